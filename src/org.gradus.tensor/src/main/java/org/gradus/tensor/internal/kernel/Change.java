package org.gradus.tensor.internal.kernel;

/**
 * A change in place.
 *
 * @param operation name of the operation that made it
 * @param place line of its call, or empty if lines were not kept
 */
public record Change(String operation, String place) {

  @Override
  public String toString() {
    return place.isEmpty() ? operation : operation + " at " + place;
  }
}

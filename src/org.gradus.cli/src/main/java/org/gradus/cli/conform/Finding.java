package org.gradus.cli.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the run of a case has shown.
 *
 * @param id name of the case
 * @param op PyTorch's name of the operation
 * @param verdict what it comes to
 * @param numbers numbers compared, a count
 * @param errors the largest error of each side that was compared
 * @param differences what differs; empty unless it failed or depends on the implementation
 * @param reason why it could not be run; empty if it could
 */
public record Finding(
    String id,
    String op,
    Verdict verdict,
    long numbers,
    Map<Side, Double> errors,
    List<Difference> differences,
    Optional<String> reason) {

  /** What a case comes to. */
  public enum Verdict {
    /** Every number agreed. */
    PASSED,
    /** A number differed, or the call was refused. */
    FAILED,
    /** Gradus does not have what it calls. */
    UNSUPPORTED,
    /** PyTorch leaves it to its implementation, so that a difference says nothing. */
    DEPENDENT
  }

  /** What is compared. */
  public enum Side {
    /** Results. */
    VALUE,
    /** Gradients by the inputs. */
    GRADIENT,
    /** Derivatives of the gradients. */
    SECOND_ORDER
  }

  /** The largest error of a side; empty where it was not compared. */
  public OptionalDouble error(Side side) {
    Double error = errors.get(side);
    return error == null ? OptionalDouble.empty() : OptionalDouble.of(error);
  }

  static Finding unsupported(String id, String op, String reason) {
    return new Finding(id, op, Verdict.UNSUPPORTED, 0, Map.of(), List.of(), Optional.of(reason));
  }
}

package org.gradus.whole.proofs.docs;

/** A block whose origin is not stated or cannot be found. */
final class UntraceableException extends Exception {

  private static final long serialVersionUID = 1L;

  UntraceableException(String message) {
    super(message);
  }
}

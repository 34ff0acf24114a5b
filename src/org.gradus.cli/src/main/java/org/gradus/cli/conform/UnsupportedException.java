package org.gradus.cli.conform;

/** A case that Gradus cannot run, for a reason that is not an error. */
final class UnsupportedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsupportedException(String reason) {
    super(reason);
  }

  static UnsupportedException operation(String name) {
    return new UnsupportedException("there is no operation " + name);
  }
}

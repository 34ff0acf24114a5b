package org.gradus.cli.conform;

/**
 * A text that is not what its format asks for; the message says where, what must hold, and what is
 * given.
 */
public final class MalformedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedException(String message) {
    super(message);
  }

  static MalformedException of(String where, String must, Object given) {
    return new MalformedException(
        where + ": " + must + "\n  given  " + shortened(given.toString()));
  }

  static MalformedException missing(String where) {
    return new MalformedException(where + ": it must be given, and it is missing");
  }

  /** A line may hold a million numbers. */
  private static String shortened(String text) {
    int most = 80;
    return text.length() <= most ? text : text.substring(0, most) + "...";
  }
}

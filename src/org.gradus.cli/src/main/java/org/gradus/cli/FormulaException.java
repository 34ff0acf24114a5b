package org.gradus.cli;

/** A formula that cannot be read or computed; the message shows the place with a caret. */
final class FormulaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private FormulaException(String message) {
    super(message);
  }

  /**
   * Points at a place of a formula.
   *
   * @param what what must hold there
   * @param remedy what helps; empty where nothing certain is known
   */
  static FormulaException at(int place, String source, String what, String remedy) {
    int column = source.codePointCount(0, place);
    String message =
        "column %d: %s\n  %s\n  %s^".formatted(column + 1, what, source, " ".repeat(column));
    return new FormulaException(remedy.isEmpty() ? message : message + "\n" + remedy);
  }

  /** Says what is wrong with values that are given by name. */
  static FormulaException values(String message) {
    return new FormulaException(message);
  }
}

package org.gradus.cli;

import java.util.List;

/** A part of a formula, with its place in the text, from 0. */
sealed interface Term {

  /** Returns the place of the sign or the first letter that stands for the part. */
  int place();

  /** A number. */
  record Number(int place, double value) implements Term {}

  /** Terms in brackets: a vector of numbers, or a matrix of rows. */
  record Bracket(int place, List<Term> elements) implements Term {}

  /** A value that is given or was named before. */
  record Name(int place, String name) implements Term {}

  /** An operation: of signs too, under the name of their function. */
  record Call(int place, String function, List<Term> arguments) implements Term {}

  /**
   * A value with a name of its own.
   *
   * @param name name; empty where it has none
   */
  record Assignment(int place, String name, Term value) {}
}

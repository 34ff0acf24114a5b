package org.gradus.check;

import java.util.Locale;

/** What makes a function unfit for a check, whatever its gradient: the message says it whole. */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Fault with its whole message: what was found, and the remedy. */
  public Fault(String message) {
    super(message);
  }

  /** The message, which every fault has. */
  String text() {
    return String.valueOf(getMessage());
  }

  /** A function or rule has written into what belongs to its caller. */
  public static Fault changed(String who, String what) {
    return new Fault(
        who
            + " changes "
            + what
            + ", which belongs to the caller\nwork on a copy: clone() before the change in place");
  }

  static Fault unsteady(String what, double first, double second) {
    return new Fault(
        what
            + " differs from call to call at the same operands\n  first   "
            + first
            + "\n  second  "
            + second
            + "\nfix the seed, or draw the random numbers before and pass them in");
  }

  static Fault shared(String who, String whose) {
    return new Fault(
        who
            + " returns "
            + whose
            + " own array: what changes one changes both\n"
            + "return a copy: clone()");
  }

  static Fault notFinite(String what, double value) {
    return new Fault(what + " is " + value + " at the point\ncheck where the function is finite");
  }

  /** The function is discontinuous, or infinitely steep, at the point. */
  static Fault jump(String what, Sides sides) {
    return new Fault(
        what
            + " does not exist: the function jumps, or is infinitely steep, at the point\n  left   "
            + sides.left()
            + "\n  right  "
            + sides.right()
            + "\n  step   "
            + sides.step()
            + "\ncheck elsewhere");
  }

  static Fault wrongLength(String what, Object wanted, Object given) {
    return new Fault(
        what
            + " has another size than it must have\n  must be  "
            + wanted
            + "\n  is       "
            + given);
  }

  static Fault kink(String what, Sides sides) {
    return new Fault(
        what
            + " does not exist: differences from the left and from the right disagree\n  left   "
            + sides.left()
            + "\n  right  "
            + sides.right()
            + "\nthe function has a kink at the point, or nearer than "
            + sides.step()
            + "; check elsewhere");
  }

  static Fault imprecise(double noise) {
    return new Fault(
        String.format(
            Locale.ROOT,
            "the values are not computed in double precision%n"
                + "  noise   %.1e of their size%n"
                + "  double  1.1e-16%n"
                + "  float   6.0e-08%n"
                + "use double throughout, in constants and intermediate results too",
            noise));
  }
}

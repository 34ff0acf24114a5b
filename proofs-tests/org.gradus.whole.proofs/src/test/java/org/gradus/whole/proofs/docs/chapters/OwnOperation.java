package org.gradus.whole.proofs.docs.chapters;

import java.util.Locale;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Tally;
import org.gradus.check.operation.OperationCheck;
import org.gradus.tensor.Tensor;
import org.gradus.whole.proofs.docs.chapters.BrokenSoftplus.Mistake;

/** The examples of the chapter on an operation of one's own. */
final class OwnOperation {

  private OwnOperation() {}

  static String used() {
    return Printed.by(
        out -> {
          // region used
          Tensor x = Tensor.of(-1, 0, 2).requiresGrad_();
          Tensor beta = Tensor.scalar(2).requiresGrad_();
          Tensor y = BetaSoftplus.of(x, beta);
          out.println(y);
          y.sum().backward();
          out.println(x.grad());
          out.println(beta.grad());
          // endregion
        });
  }

  static String checked() {
    return Printed.by(
        out -> {
          // region checked
          out.println(OperationCheck.of(BetaSoftplus.OPERATION).run(42, 100, () -> {}));
          // endregion
        });
  }

  /** The file of the extension point: the name of the provider. */
  static String services() {
    return BetaSoftplusOperations.class.getName();
  }

  static String command() {
    return Extended.by(services(), "check", "betaSoftplus");
  }

  /** How many numbers disagree, by mistake and oracle. */
  static String mistakes() {
    return Printed.by(
        out -> {
          out.printf("%-18s", "");
          for (Oracle oracle : Oracle.ofOperations()) {
            if (judges(oracle)) {
              out.printf("  %s", oracle.title());
            }
          }
          out.println();
          for (Mistake mistake : Mistake.values()) {
            out.printf("%-18s%s%n", title(mistake), row(mistake));
          }
        });
  }

  private static String title(Mistake mistake) {
    return mistake.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String row(Mistake mistake) {
    Report report = OperationCheck.of(mistake.operation()).run(42, 200, () -> {});
    if (!report.faults().isEmpty()) {
      return "  refused by the engine";
    }
    StringBuilder row = new StringBuilder();
    for (Oracle oracle : Oracle.ofOperations()) {
      if (judges(oracle)) {
        long failures = report.tally(oracle).map(Tally::failures).orElse(0L);
        String disagree = failures == 0 ? "·" : "" + failures;
        row.append("  ")
            .append(" ".repeat(Math.max(oracle.title().length() - disagree.length(), 0)));
        row.append(disagree);
      }
    }
    return row.toString();
  }

  /** Kinks there are none, and a wrong shape ends a check. */
  private static boolean judges(Oracle oracle) {
    return oracle != Oracle.DECLARED && oracle != Oracle.REFUSED;
  }

  static String unsaved() {
    return Printed.by(
        out -> {
          // region unsaved
          Tensor x = Tensor.of(1, 2).requiresGrad_();
          Tensor beta = Tensor.scalar(2);
          Tensor y = Mistake.OPERAND_NOT_SAVED.apply(x, beta);
          beta.zero_();
          y.sum().backward();
          out.println(x.grad()); // σ(0·x)
          // endregion
        });
  }

  static String saved() {
    return Printed.refusal(
        () -> {
          // region saved
          Tensor x = Tensor.of(1, 2).requiresGrad_();
          Tensor beta = Tensor.scalar(2).named("beta");
          Tensor y = BetaSoftplus.of(x, beta);
          beta.zero_();
          y.sum().backward();
          // endregion
        });
  }

  static String notReduced() {
    return Printed.refusal(
        () -> {
          // region reduction
          Tensor x = Tensor.of(1, 2).requiresGrad_();
          Tensor beta = Tensor.scalar(2).named("beta").requiresGrad_();
          Mistake.NOT_REDUCED.apply(x, beta).sum().backward();
          // endregion
        });
  }

  static String spoiled() {
    return Printed.by(
        out -> {
          // region spoiled
          Tensor x = Tensor.of(0, 0).requiresGrad_();
          Tensor yBar = Tensor.of(1, 10);
          Mistake.CHANGED_IN_PLACE.apply(x, Tensor.scalar(2)).backward(yBar);
          out.println(yBar); // it was [1, 10]
          // endregion
        });
  }

  static String overflow() {
    return Printed.by(
        out -> {
          // region overflow
          Tensor x = Tensor.of(1, 800).requiresGrad_();
          Tensor y = Mistake.OVERFLOW.apply(x, Tensor.scalar(1));
          y.sum().backward();
          out.println(y.detach() + " " + x.grad());
          // endregion
        });
  }

  static String stable() {
    return Printed.by(
        out -> {
          // region stable
          Tensor z = Tensor.of(1, 800, -800);
          out.println(z.relu().add(z.abs().neg().exp().log1p())); // ln(1 + eᶻ)
          // endregion
        });
  }
}

package org.gradus.cli;

import java.util.ArrayList;
import java.util.List;
import org.gradus.check.law.MistakeVerdict;
import org.gradus.cli.prove.LawProof;
import org.gradus.cli.prove.LawProof.LawText;

/** The lines about the laws of the engine and of the optimizers. */
final class LawTable {
  private final List<LawProof> proofs;
  private final int width;

  LawTable(List<LawProof> proofs) {
    this.proofs = proofs;
    this.width =
        proofs.stream()
            .flatMap(proof -> proof.laws().stream())
            .mapToInt(law -> law.name().length())
            .max()
            .orElse(0);
  }

  /** Whether every law is kept, and by whom one is not. */
  List<String> verdicts() {
    List<String> lines = new ArrayList<>();
    for (LawProof proof : proofs) {
      lines.add(
          proof.right().keepsAll()
              ? "%s: all %d laws are kept".formatted(proof.subject(), proof.laws().size())
              : "%s: FAILED %d of %d laws"
                  .formatted(proof.subject(), proof.right().after().size(), proof.laws().size()));
      proof.right().objections().forEach((law, said) -> lines.add("  " + law + ": " + said));
    }
    return lines;
  }

  /** How many mistakes each law has caught, and which were not. */
  List<String> kills() {
    List<String> lines = new ArrayList<>();
    for (LawProof proof : proofs) {
      lines.add(
          "mistakes about the %s: %d made, %d killed by the law that should"
              .formatted(proof.subject(), proof.mistakes().size(), proof.caught()));
      for (LawText law : proof.laws()) {
        lines.add(
            ("   %-" + width + "s  kills %3d, %3d of them alone")
                .formatted(law.name(), proof.by(law.name()), proof.alone(law.name())));
      }
      for (MistakeVerdict row : proof.survivors()) {
        lines.add("  NOT KILLED: " + row);
        lines.add("    \"" + row.sentence() + "\"");
      }
    }
    return lines;
  }
}

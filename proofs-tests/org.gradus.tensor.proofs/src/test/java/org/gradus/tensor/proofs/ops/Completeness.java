package org.gradus.tensor.proofs.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.tensor.op.Operation;

/**
 * What an operation of the catalogue must have, and what to add where it does not.
 *
 * @param root folder of the project
 */
record Completeness(Path root) {
  private static final String FOLDER =
      "proofs-tests/org.gradus.tensor.proofs/src/test/java/org/gradus/tensor/proofs/ops";

  /** One line for each thing that is missing, with what to add. */
  List<String> missing(Operation operation) {
    String id = operation.id();
    List<String> missing = new ArrayList<>();
    if (proofs().noneMatch(text -> proves(text, id))) {
      missing.add(
          "no proof: add a class that extends OperationContract with super(\""
              + id
              + "\") below // [proof->op~"
              + id
              + "~1] to "
              + FOLDER);
    }
    if (!read("spec/ops.md").contains("`op~" + id + "~1`")) {
      missing.add(
          "no item: add op~" + id + "~1, one sentence, and Needs: impl, proof, doc to spec/ops.md");
    }
    if (!read("docs/operations.md").contains("* op~" + id + "~1")) {
      missing.add(
          "no section: add a heading, doc~"
              + id
              + "~1 that covers op~"
              + id
              + "~1, and a paragraph to docs/operations.md");
    }
    missing.addAll(Reach.of(operation).missing());
    return missing.stream().map(line -> id + ": " + line).toList();
  }

  private static boolean proves(String text, String id) {
    return text.contains("// [proof->op~" + id + "~1]")
        && text.contains("extends OperationContract")
        && text.contains("super(\"" + id + "\")");
  }

  private Stream<String> proofs() {
    try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
      List<Path> proofs = files.filter(f -> f.toString().endsWith("Properties.java")).toList();
      return proofs.stream().map(Completeness::text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String name) {
    return text(root.resolve(name));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

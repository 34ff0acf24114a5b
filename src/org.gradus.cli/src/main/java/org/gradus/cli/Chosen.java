package org.gradus.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Operation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The operations that a command line names. */
final class Chosen {

  private Chosen() {}

  /** Names of the operations, for completion in a shell. */
  static final class Ids implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalogue.operations().stream().map(Operation::id).iterator();
    }
  }

  /**
   * Operations of the catalogue by their ids, all of them where none is named.
   *
   * @throws ParameterException if there is no such operation; the message names the nearest
   */
  static List<Operation> operations(List<String> ids, CommandSpec spec) {
    List<Operation> catalogue = Catalogue.operations();
    List<Operation> chosen = new ArrayList<>();
    for (String id : ids) {
      chosen.add(
          catalogue.stream()
              .filter(operation -> operation.id().equals(id))
              .findFirst()
              .orElseThrow(() -> unknown(id, catalogue, spec)));
    }
    return ids.isEmpty() ? catalogue : chosen;
  }

  private static ParameterException unknown(
      String id, List<Operation> catalogue, CommandSpec spec) {
    String nearest =
        catalogue.stream()
            .map(Operation::id)
            .min(Comparator.comparingInt(other -> Edits.between(id, other)))
            .map(other -> "; did you mean '" + other + "'?")
            .orElse("");
    return new ParameterException(
        spec.commandLine(),
        "no operation is called '" + id + "'" + nearest + "\ngradus check --list names all");
  }
}

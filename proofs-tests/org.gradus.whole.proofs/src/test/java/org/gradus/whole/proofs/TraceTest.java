package org.gradus.whole.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itsallcode.openfasttrace.api.core.LinkStatus;
import org.itsallcode.openfasttrace.api.core.LinkedSpecificationItem;
import org.itsallcode.openfasttrace.api.core.SpecificationItem;
import org.itsallcode.openfasttrace.api.importer.ImportSettings;
import org.itsallcode.openfasttrace.core.Oft;
import org.junit.jupiter.api.Test;

/** Every concept is implemented, proven and explained, and nothing claims a concept not there. */
class TraceTest {

  /** A ratchet against a trace that reads next to nothing: raise it, never lower it. */
  private static final int FEWEST_ITEMS = 1300;

  @Test
  void everySpecItemIsCovered() {
    Oft oft = Oft.create();
    List<SpecificationItem> items =
        oft.importItems(ImportSettings.builder().addInputs(inputs()).build());
    List<String> holes =
        oft.trace(oft.link(items)).getDefectItems().stream()
            .map(TraceTest::describe)
            .sorted()
            .toList();
    assertThat(holes).as("holes of the trace").isEmpty();
    assertThat(items).as("items of the trace").hasSizeGreaterThanOrEqualTo(FEWEST_ITEMS);
  }

  /** The spec, the docs and the source folder of every module, never what the build makes. */
  private static Path[] inputs() {
    Stream<Path> texts = Stream.of("spec", "docs").map(Project.ROOT::resolve);
    Stream<Path> code =
        Stream.concat(Project.bundles().stream(), Project.proofs().stream())
            .map(module -> module.resolve("src"));
    return Stream.concat(texts, code).filter(Files::isDirectory).toArray(Path[]::new);
  }

  private static String describe(LinkedSpecificationItem item) {
    List<String> faults = new ArrayList<>();
    if (!item.getUncoveredArtifactTypes().isEmpty()) {
      faults.add("lacks " + String.join(", ", item.getUncoveredArtifactTypes()));
    }
    for (Map.Entry<LinkStatus, List<LinkedSpecificationItem>> links : item.getLinks().entrySet()) {
      if (links.getKey().isBad()) {
        links.getValue().forEach(other -> faults.add(links.getKey() + " " + other.getId()));
      }
    }
    if (!item.getCoveredIds().isEmpty() && faults.isEmpty()) {
      faults.add("covers " + item.getCoveredIds() + ", which the spec does not hold");
    }
    return "%s:%d: %s %s"
        .formatted(
            Project.name(Path.of(item.getLocation().getPath())),
            item.getLocation().getLine(),
            item.getId(),
            String.join("; ", faults));
  }
}

package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.learn.data.Classes;
import org.gradus.learn.data.DataException;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Table;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of classes to indices and back, and one-hot rows. */
// [proof->learn~classes~1]
class ClassesTest {

  @Property
  void indicesLeadBackToTheirNames(@ForAll("labels") List<String> labels) {
    Classes classes = Classes.of(labels);
    assertThat(classes.names()).containsExactlyElementsOf(new TreeSet<>(labels));
    assertThat(classes.labels(classes.indices(labels))).isEqualTo(labels);
  }

  @Property
  void aOneHotRowIsOneAtItsClassAndZeroElsewhere(@ForAll("labels") List<String> labels) {
    Classes classes = Classes.of(labels);
    Tensor rows = classes.oneHot(classes.indices(labels));
    assertThat(rows.shape()).containsExactly(labels.size(), classes.count());
    for (int i = 0; i < labels.size(); i++) {
      for (int c = 0; c < classes.count(); c++) {
        boolean its = classes.names().get(c).equals(labels.get(i));
        assertThat(rows.at(i, c)).isEqualTo(its ? 1 : 0);
      }
    }
  }

  /** Two to twelve labels, of which the first two differ. */
  @Provide
  Arbitrary<List<String>> labels() {
    return Arbitraries.of("ant", "bee", "cat", "dog", "Z")
        .list()
        .ofMaxSize(10)
        .map(labels -> Stream.concat(Stream.of("fly", "ant"), labels.stream()).toList());
  }

  @Test
  void integersAreSortedAsNumbers() {
    assertThat(Classes.of(List.of("10", "2", "-1", "2", "02")).names())
        .containsExactly("-1", "02", "2", "10");
    assertThat(Classes.of(List.of("10", "2", "x")).names()).containsExactly("10", "2", "x");
  }

  @Test
  void irisHasThreeSpecies() {
    Table table = ExampleData.IRIS.table();
    Classes species = Classes.of(table, "species");
    assertThat(species).hasToString("Classes[setosa, versicolor, virginica]");
    IndexTensor y = species.indices(table, "species");
    assertThat(y.slice(49, 51)).isEqualTo(IndexTensor.of(0, 1));
    assertThat(y.at(149)).isEqualTo(2);
  }

  @Test
  void anEmptyCellIsNoClass(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("pets.csv");
    Files.writeString(file, "pet,legs\ncat,4\n,4\n");
    refused(
        () -> Classes.of(Table.read(file), "pet"),
        """
        column "pet" of %s: every cell must name a class; line 3 is empty
        fill the cell or take the line out\
        """
            .formatted(file));
    refused(
        () -> Classes.of(Table.read(file), "legs"),
        """
        classes of column "legs" of %s: at least 2 must be there; there is 1
          classes  4
        name a column that tells the rows apart\
        """
            .formatted(file));
  }

  @Test
  void fewerThanTwoClassesAreRefused() {
    refused(
        () -> Classes.of(List.of()),
        """
        classes: at least 2 must be there; there are 0
          classes \s
        name a column that tells the rows apart\
        """);
  }

  @Test
  void classesThatAreNotThereAreNamed() {
    Classes classes = Classes.of(List.of("cat", "dog"));
    refused(
        () -> classes.indices(List.of("cat", "dig")),
        """
        class "dig": there is no such class
          classes  cat, dog
        did you mean "dog"?\
        """);
    refused(
        () -> classes.indices(List.of("horse")),
        """
        class "horse": there is no such class
          classes  cat, dog
        name one of these classes\
        """);
    for (int wrong : new int[] {-1, 2}) {
      String message =
          "class %d: there is no such class\n  classes  0 to 1, cat, dog".formatted(wrong);
      refused(() -> classes.labels(IndexTensor.of(0, wrong)), message);
      refused(() -> classes.oneHot(IndexTensor.of(0, wrong)), message);
    }
  }

  private static void refused(ThrowingCallable asking, String message) {
    assertThatThrownBy(asking).isInstanceOf(DataException.class).hasMessage(message);
  }
}

package org.gradus.whole.proofs.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockTest {

  private static final String SELF = BlockTest.class.getName();
  private static final String GREETING =
      "class Greeting {\n  // region greet\n\n  void greet() {\n    // region inner\n    say();\n"
          + "    // endregion\n  }\n\n  // endregion\n}\n";

  @TempDir Path root;

  static String twoLines() {
    return "one\ntwo\n";
  }

  static String failing() {
    throw new IllegalStateException("out of paper");
  }

  @BeforeEach
  void layOut() throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(root.resolve("Greeting.java"), GREETING);
  }

  @Test
  void aRegionLosesItsIndentationItsBlankEndsAndTheMarksInsideIt() throws IOException {
    write("<!-- from: Greeting.java#greet -->\n```java\nvoid greet() {\n  say();\n}\n```\n");
    assertThat(Docs.of(root).falseBlocks()).isEmpty();
    assertThat(Docs.of(root).checkedBlocks()).isEqualTo(1);
  }

  @Test
  void aDifferenceNamesTheLineBothTextsAndTheRemedy() throws IOException {
    write(
        "text\n\n<!-- from: Greeting.java#greet -->\n```java\nvoid greet() {\n  sing();\n}\n```\n");
    assertThat(Docs.of(root).falseBlocks())
        .containsExactly(
            """
            docs/page.md:6: the block differs from its origin, Greeting.java#greet
              expected    say();
              actual      sing();
            run the same build with -Dgradus.docs.update=true to rewrite it\
            """);
  }

  @Test
  void aTableIsRewrittenBetweenItsMarks() throws IOException {
    String marker = "# Page\n\n<!-- table: " + SELF + "#twoLines -->\n";
    write(marker + "zero\n<!-- end of table -->\nend\n");
    assertThat(Docs.of(root).falseBlocks()).hasSize(1);
    Docs.of(root).update();
    assertThat(root.resolve("docs/page.md"))
        .hasContent(marker + "one\ntwo\n<!-- end of table -->\nend\n");
    assertThat(Docs.of(root).falseBlocks()).isEmpty();
    assertThat(Docs.of(root).checkedBlocks()).isEqualTo(1);
  }

  @Test
  void aBlockThatEndsEarlySaysSo() throws IOException {
    write("<!-- output: " + SELF + "#twoLines -->\n```text\none\n```\n");
    assertThat(Docs.of(root).falseBlocks())
        .containsExactly(
            """
            docs/page.md:4: the block differs from its origin, %s#twoLines
              expected  two
              actual    (end of the block)
            run the same build with -Dgradus.docs.update=true to rewrite it\
            """
                .formatted(SELF));
  }

  @Test
  void aBlockWithoutAnOriginIsRefused() throws IOException {
    write("```text\n1 + 1 = 3\n```\n");
    assertThat(Docs.of(root).falseBlocks())
        .containsExactly(
            """
            docs/page.md:1: a block of "text" needs a line above it that says where it comes from:
              <!-- from: path#region -->, <!-- output: class#method --> or <!-- unchecked: reason -->\
            """);
  }

  @Test
  void javaIsNeverLeftUnchecked() throws IOException {
    write("<!-- unchecked: a sketch -->\n```java\nx.matmul(m)\n```\n");
    assertThat(Docs.of(root).falseBlocks())
        .containsExactly(
            "docs/page.md:2: java code is taken from tested source: <!-- from: path#region -->");
  }

  @Test
  void commandsAndStatedExceptionsStandForThemselves() throws IOException {
    write("```sh\nls\n```\n\n<!-- unchecked: a sketch of the room -->\n```text\n|_|\n```\n");
    assertThat(Docs.of(root).falseBlocks()).isEmpty();
    assertThat(Docs.of(root).checkedBlocks()).isZero();
  }

  @Test
  void anOriginThatIsNotThereIsNamed() throws IOException {
    write(
        "<!-- from: Gone.java#greet -->\n```java\n```\n"
            + "<!-- from: Greeting.java#gone -->\n```java\n```\n"
            + ("<!-- output: " + SELF + "#gone -->\n```text\n```\n")
            + ("<!-- output: " + SELF + "#failing -->\n```text\n```\n")
            + "<!-- output: twoLines -->\n```text\n```\n");
    assertThat(Docs.of(root).falseBlocks())
        .containsExactly(
            "docs/page.md:2: Gone.java#greet: no such file in the project",
            "docs/page.md:5: Greeting.java#gone: the file has no lines between"
                + " \"// region gone\" and \"// endregion\"",
            "docs/page.md:8: "
                + SELF
                + "#gone: no such static method: java.lang.NoSuchMethodException: "
                + SELF
                + ".gone()",
            "docs/page.md:11: "
                + SELF
                + "#failing: it fails: java.lang.IllegalStateException: out of paper",
            "docs/page.md:14: twoLines: an origin has two parts, joined by #");
  }

  @Test
  void anUpdateRewritesTheBlocksAndNothingElse() throws IOException {
    String marker = "- item\n\n  <!-- output: " + SELF + "#twoLines -->\n  ```text\n";
    write(marker + "  zero\n  ```\n\n```sh\nls\n```\nend\n");
    Docs.of(root).update();
    assertThat(root.resolve("docs/page.md"))
        .hasContent(marker + "  one\n  two\n  ```\n\n```sh\nls\n```\nend\n");
    assertThat(Docs.of(root).falseBlocks()).isEmpty();
  }

  private void write(String text) throws IOException {
    Files.writeString(root.resolve("docs/page.md"), text);
  }
}

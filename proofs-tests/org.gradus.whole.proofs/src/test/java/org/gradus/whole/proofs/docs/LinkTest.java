package org.gradus.whole.proofs.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkTest {

  @TempDir Path root;

  @BeforeEach
  void layOut() throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(
        root.resolve("docs/other.md"),
        "# The `grad` of *x*\n\n## Why?\n\n## Why?\n\n<a id=\"here\"></a>\n\n```sh\n# no heading\n```\n");
  }

  @Test
  void filesHeadingsAndAnchorsAreFound() throws IOException {
    write(
        "[a](docs/other.md) [b](docs/other.md#the-grad-of-x) [c](docs/other.md#why-1)"
            + " [d](docs/other.md#here) [e](#top) [f](https://example.org/nowhere)\n\n# Top\n");
    assertThat(Docs.of(root).deadLinks()).isEmpty();
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    write("text\n![loss](docs/loss.png \"Loss\")\n\n[r]: gone.md\n\n<img src=\"gone.svg\">\n");
    assertThat(Docs.of(root).deadLinks())
        .containsExactly(
            "README.md:2: the link to docs/loss.png leads nowhere: no such file",
            "README.md:4: the link to gone.md leads nowhere: no such file",
            "README.md:6: the link to gone.svg leads nowhere: no such file");
  }

  @Test
  void aMissingHeadingIsNamedBesideThoseThere() throws IOException {
    write("# Top\n\n[a](#bottom)\n");
    assertThat(Docs.of(root).deadLinks())
        .containsExactly(
            "README.md:3: the link to #bottom leads nowhere: no such heading there; it has [top]");
  }

  @Test
  void codeHoldsNoLinks() throws IOException {
    write("`[a](gone.md)`\n\n```sh\n[a](gone.md)\n```\n");
    assertThat(Docs.of(root).deadLinks()).isEmpty();
  }

  private void write(String text) throws IOException {
    Files.writeString(root.resolve("README.md"), text);
  }
}

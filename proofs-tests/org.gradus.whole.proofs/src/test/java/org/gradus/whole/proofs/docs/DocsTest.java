package org.gradus.whole.proofs.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The docs show tested code and true output. With {@code -Dgradus.docs.update=true} their blocks
 * are rewritten first.
 */
class DocsTest {

  private static final Path ROOT = Path.of(System.getProperty("gradus.root"));

  /** A ratchet against docs that show nothing checked: raise it, never lower it. */
  private static final long FEWEST_BLOCKS = 370;

  @Test
  void everyBlockIsWhatItClaimsToBe() throws IOException {
    if (Boolean.getBoolean("gradus.docs.update")) {
      Docs.of(ROOT).update();
    }
    Docs docs = Docs.of(ROOT);
    assertThat(docs.falseBlocks()).isEmpty();
    assertThat(docs.checkedBlocks()).isGreaterThanOrEqualTo(FEWEST_BLOCKS);
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    assertThat(Docs.of(ROOT).deadLinks()).isEmpty();
  }
}

package org.gradus.whole.proofs.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page's claims that are not a printed output. */
class GradientCheckingTest {

  @Test
  void theRightGradientPasses() {
    assertThat(GradientChecking.right().passed()).isTrue();
  }

  @Test
  void theLayerPasses() {
    GradientChecking.tensors();
  }

  @Test
  void everyExampleThatShouldPasses() {
    GradientChecking.jacobian();
    GradientChecking.second();
    GradientChecking.matrices();
    GradientChecking.exactly();
  }
}

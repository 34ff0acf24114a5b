package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.EnableGrad;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Blocks that record or do not: nesting, exceptions, threads. */
// [proof->autograd~no-grad~1]
class NoGradTest {
  private final Tensor a = Tensor.scalar(3).requiresGrad_();

  @Test
  void resultsInABlockHaveNoHistory() {
    try (var off = NoGrad.on()) {
      Tensor b = a.mul(2);
      assertThat(b.requiresGrad()).isFalse();
      assertThat(b.isLeaf()).isTrue();
      assertThat(b.gradientFunction()).isEmpty();
      assertThat(a.requiresGrad()).isTrue();
    }
    assertThat(isRecording()).isTrue();
  }

  @Test
  void blocksNest() {
    List<Boolean> recording = new ArrayList<>();
    try (var off = NoGrad.on()) {
      recording.add(isRecording());
      try (var on = EnableGrad.on()) {
        recording.add(isRecording());
        try (var offAgain = NoGrad.on()) {
          recording.add(isRecording());
        }
        recording.add(isRecording());
      }
      recording.add(isRecording());
      try (var offTwice = NoGrad.on()) {
        recording.add(isRecording());
      }
      recording.add(isRecording());
    }
    recording.add(isRecording());
    assertThat(recording).containsExactly(false, true, false, true, false, false, false, true);
  }

  @Test
  void modeIsRestoredAfterAnException() {
    assertThatThrownBy(
            () -> {
              try (var off = NoGrad.on()) {
                throw new IllegalStateException("inside");
              }
            })
        .isExactlyInstanceOf(IllegalStateException.class);
    assertThat(isRecording()).isTrue();
    try (var off = NoGrad.on()) {
      assertThatThrownBy(
              () -> {
                try (var on = EnableGrad.on()) {
                  throw new IllegalStateException("inside");
                }
              })
          .isExactlyInstanceOf(IllegalStateException.class);
      assertThat(isRecording()).isFalse();
    }
  }

  @Test
  void modeIsRestoredAfterAWalkThatFails() {
    Tensor y = a.mul(a);
    y.backward();
    assertThatThrownBy(() -> y.backward()).isExactlyInstanceOf(GradientException.class);
    assertThat(isRecording()).isTrue();
  }

  @Test
  void modeBelongsToItsThread() throws InterruptedException {
    List<Boolean> recording = new ArrayList<>();
    try (var off = NoGrad.on()) {
      Thread other = new Thread(() -> recording.add(isRecording()));
      other.start();
      other.join();
      recording.add(isRecording());
    }
    assertThat(recording).containsExactly(true, false);
  }

  @Test
  void tensorMadeInABlockMayRequireAGradient() {
    Tensor made;
    try (var off = NoGrad.on()) {
      made = Tensor.of(1, 2).requiresGrad_();
      assertThat(made.requiresGrad()).isTrue();
    }
    made.mul(2).sum().backward();
    assertThat(made.grad().toArray()).containsExactly(2, 2);
  }

  @Test
  void walkBackWorksInABlock() {
    Tensor loss = a.mul(a);
    try (var off = NoGrad.on()) {
      loss.backward();
      assertThat(isRecording()).isFalse();
    }
    assertThat(a.grad().item()).isEqualTo(6);
  }

  @Test
  void updateOfALeafKeepsIt() {
    a.mul(a).backward();
    try (var off = NoGrad.on()) {
      a.sub_(a.grad().mul(0.5));
    }
    assertThat(a.item()).isZero();
    assertThat(a.isLeaf()).isTrue();
    assertThat(a.requiresGrad()).isTrue();
  }

  private boolean isRecording() {
    return a.mul(2).requiresGrad();
  }

  // [proof->autograd~block-order~1]
  @Test
  void blocksClosedInAnotherOrderAreRefusedAndRecordingIsRestored() {
    NoGrad outer = NoGrad.on();
    NoGrad inner = NoGrad.on();
    outer.close();
    assertThatThrownBy(inner::close)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            NoGrad: blocks must be closed in the reverse order of their opening, on their own thread
            open each in a try of its own: try (var block = NoGrad.on()) { … }\
            """);
    outer.close();
    assertThat(Tensor.of(1).requiresGrad_().mul(2).requiresGrad()).isTrue();
  }
}

package org.gradus.tensor.proofs.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.tensor.proofs.shapes.Javac.Complaint;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Lines that javac must refuse, each beside a twin that it must take without a word.
 *
 * <p>The scenes stand in the folder {@code mustnotcompile}. Of each diagnostic they pin the code,
 * the place, and the words that name the types, which JDK 17 and JDK 25 have in common.
 */
class MustNotCompileTest {

  /** Tokens in which twins may differ: a call with a transposed argument. */
  private static final int LARGEST_DISTANCE = 9;

  private static final Javac JAVAC = new Javac();

  // [proof->shape~naming-axes~1]
  @TestFactory
  Stream<DynamicTest> namingAxes() {
    return refused("naming-axes");
  }

  // [proof->shape~typed-product~1]
  @TestFactory
  Stream<DynamicTest> typedProduct() {
    return refused("typed-product");
  }

  // [proof->shape~typed-elementwise~1]
  @TestFactory
  Stream<DynamicTest> typedElementwise() {
    return refused("typed-elementwise");
  }

  // [proof->shape~typed-reduction~1]
  @TestFactory
  Stream<DynamicTest> typedReduction() {
    return refused("typed-reduction");
  }

  // [proof->shape~typed-transpose~1]
  @TestFactory
  Stream<DynamicTest> typedTranspose() {
    return refused("typed-transpose");
  }

  // [proof->shape~typed-broadcast~1]
  @TestFactory
  Stream<DynamicTest> typedBroadcast() {
    return refused("typed-broadcast");
  }

  // [proof->shape~typed-slice~1]
  @TestFactory
  Stream<DynamicTest> typedSlice() {
    return refused("typed-slice");
  }

  // [proof->shape~typed-gradient~1]
  @TestFactory
  Stream<DynamicTest> typedGradient() {
    return refused("typed-gradient");
  }

  // [proof->shape~typed-rule~1]
  @TestFactory
  Stream<DynamicTest> typedRule() {
    return refused("typed-rule");
  }

  // [proof->tensor~losses~1]
  @TestFactory
  Stream<DynamicTest> losses() {
    return refused("losses");
  }

  /** Layers of one's own, whose axes must meet. */
  // [proof->shape~typed-product~1]
  @TestFactory
  Stream<DynamicTest> layers() {
    return refused("layers");
  }

  private static Stream<DynamicTest> refused(String name) {
    Scene scene = Scene.read(name);
    return scene.misfits().stream()
        .map(misfit -> DynamicTest.dynamicTest(misfit.name(), () -> check(scene, misfit)));
  }

  private static void check(Scene scene, Misfit misfit) {
    assertThat(misfit.distance())
        .as("tokens in which '%s' and '%s' differ", misfit.right(), misfit.wrong())
        .isBetween(1, LARGEST_DISTANCE);
    assertThat(JAVAC.read(scene.with(misfit.right()))).as(misfit.right()).isEmpty();

    List<Complaint> complaints = JAVAC.read(scene.with(misfit.wrong()));
    assertThat(complaints).as(misfit.wrong()).hasSize(1);
    Complaint complaint = complaints.get(0);
    assertThat(complaint.code()).as(misfit.wrong()).isEqualTo(misfit.code());
    assertThat(complaint.line()).as("line of '%s'", misfit.wrong()).isEqualTo(scene.line());
    assertThat(complaint.column() - scene.indent())
        .as("column in '%s'", misfit.wrong())
        .isEqualTo(misfit.column());
    assertThat(misfit.says()).as("what is pinned of the message").isNotEmpty();
    assertThat(complaint.message()).contains(misfit.says());
  }
}

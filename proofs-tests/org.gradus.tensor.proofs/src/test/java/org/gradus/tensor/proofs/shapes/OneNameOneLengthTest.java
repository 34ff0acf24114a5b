package org.gradus.tensor.proofs.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What javac cannot see: two lengths under one name of an axis, caught when the code runs. */
// [proof->shape~one-name-one-length~1]
class OneNameOneLengthTest {
  private interface Sample extends Axis {}

  private interface Feature extends Axis {}

  private interface Hidden extends Axis {}

  private static final Dim<Sample> FOUR_SAMPLES = Dim.of(Sample.class, 4);
  private static final Dim<Sample> FIVE_SAMPLES = Dim.of(Sample.class, 5);
  private static final Dim<Feature> TWO_FEATURES = Dim.of(Feature.class, 2);
  private static final Dim<Feature> THREE_FEATURES = Dim.of(Feature.class, 3);

  private final Matrix<Sample, Feature> x = Matrix.ones(FOUR_SAMPLES, TWO_FEATURES).named("x");
  private final Vector<Sample> y = Vector.ones(FOUR_SAMPLES).named("y");
  private final Vector<Sample> longer = Vector.ones(FIVE_SAMPLES).named("v");
  private final Vector<Feature> wider = Vector.ones(THREE_FEATURES).named("w");

  @Test
  void aProductOfMatricesNamesBothOperandsAndTheLengths() {
    Matrix<Feature, Hidden> w = Matrix.ones(THREE_FEATURES, Dim.of(Hidden.class, 6)).named("w");
    assertRefused(
        () -> x.matmul(w),
        """
        matmul: inner axes must have equal length: 2 (feature) and 3 (feature) differ
          left   x : [sample=4, feature=2]
          right  w : [feature=3, hidden=6]""");
  }

  @Test
  void aMatrixTimesAVectorSaysWhatWasAsked() {
    assertRefused(
        () -> x.matmul(wider),
        """
        matmul: inner axes must have equal length: 2 (feature) and 3 (feature) differ
          left   x : [sample=4, feature=2]
          right  w : [feature=3]""");
    assertRefused(
        () -> x.mv(wider),
        """
        mv: inner axes must have equal length: 2 (feature) and 3 (feature) differ
          left   x : [sample=4, feature=2]
          right  w : [feature=3]""");
  }

  // [proof->tensor~remedies~2]
  /** The swap and the transpose that would work on tensors do not compile here. */
  @Test
  void noProductIsOfferedThatDoesNotCompile() {
    Vector<Feature> four = Vector.ones(Dim.of(Feature.class, 4)).named("v");
    assertRefused(
        () -> x.mv(four),
        """
        mv: inner axes must have equal length: 2 (feature) and 4 (feature) differ
          left   x : [sample=4, feature=2]
          right  v : [feature=4]""");
    assertRefused(
        () -> x.matmul(four),
        """
        matmul: inner axes must have equal length: 2 (feature) and 4 (feature) differ
          left   x : [sample=4, feature=2]
          right  v : [feature=4]""");
    assertRefused(
        () -> x.matmul(Matrix.ones(Dim.of(Feature.class, 4), TWO_FEATURES).named("w")),
        """
        matmul: inner axes must have equal length: 2 (feature) and 4 (feature) differ
          left   x : [sample=4, feature=2]
          right  w : [feature=4, feature=2]""");
    assertRefused(
        () -> Vector.ones(Dim.of(Sample.class, 2)).named("u").matmul(x),
        """
        matmul: inner axes must have equal length: 2 (sample) and 4 (sample) differ
          left   u : [sample=2]
          right  x : [sample=4, feature=2]""");
  }

  @Test
  void aRowTimesAMatrixKeepsTheOrderOfTheOperands() {
    assertRefused(
        () -> longer.matmul(x),
        """
        matmul: inner axes must have equal length: 5 (sample) and 4 (sample) differ
          left   v : [sample=5]
          right  x : [sample=4, feature=2]""");
  }

  @Test
  void anInnerProductSaysWhatWasAsked() {
    assertRefused(
        () -> y.dot(longer),
        """
        dot: inner axes must have equal length: 4 (sample) and 5 (sample) differ
          left   y : [sample=4]
          right  v : [sample=5]""");
  }

  @TestFactory
  Stream<DynamicTest> elementwiseFunctionsDoNotBroadcast() {
    return Stream.of(
        elementwise("add", Vector::add),
        elementwise("sub", Vector::sub),
        elementwise("mul", Vector::mul),
        elementwise("div", Vector::div),
        elementwise("pow", Vector::pow),
        elementwise("maximum", Vector::maximum),
        elementwise("atan2", Vector::atan2),
        elementwise("minimum", Vector::minimum),
        elementwise("eq", Vector::eq),
        elementwise("ne", Vector::ne),
        elementwise("lt", Vector::lt),
        elementwise("le", Vector::le),
        elementwise("gt", Vector::gt),
        elementwise("ge", Vector::ge),
        elementwise("add_", Vector::add_),
        elementwise("sub_", Vector::sub_),
        elementwise("mul_", Vector::mul_),
        elementwise("div_", Vector::div_),
        elementwise("copy_", Vector::copy_));
  }

  /** Also a length of one, which tensors would repeat in silence. */
  private DynamicTest elementwise(
      String name, BiFunction<Vector<Sample>, Vector<Sample>, Vector<Sample>> call) {
    Vector<Sample> one = Vector.ones(Dim.of(Sample.class, 1)).named("v");
    return DynamicTest.dynamicTest(
        name,
        () -> {
          assertRefused(
              () -> call.apply(y, longer),
              """
              %s: axes of one name must have one length
                left   y : [sample=4]
                right  v : [sample=5]"""
                  .formatted(name));
          assertRefused(
              () -> call.apply(y, one),
              """
              %s: axes of one name must have one length
                left   y : [sample=4]
                right  v : [sample=1]"""
                  .formatted(name));
          assertThat(y.toArray()).as("%s changes nothing", name).containsOnly(1);
          assertThat(y.version()).as("%s counts as no change", name).isZero();
        });
  }

  @TestFactory
  Stream<DynamicTest> aVectorMustFitTheRowsItIsRepeatedAlong() {
    return Stream.of(
        row("addRow", Matrix::addRow),
        row("subRow", Matrix::subRow),
        row("mulRow", Matrix::mulRow),
        row("divRow", Matrix::divRow));
  }

  private DynamicTest row(
      String name,
      BiFunction<Matrix<Sample, Feature>, Vector<Feature>, Matrix<Sample, Feature>> call) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            assertRefused(
                () -> call.apply(x, wider),
                """
                %s: axes of one name must have one length
                  left   x : [sample=4, feature=2]
                  right  w : [feature=3]"""
                    .formatted(name)));
  }

  @TestFactory
  Stream<DynamicTest> aVectorMustFitTheColumnsItIsRepeatedAlong() {
    return Stream.of(
        column("addColumn", Matrix::addColumn),
        column("subColumn", Matrix::subColumn),
        column("mulColumn", Matrix::mulColumn),
        column("divColumn", Matrix::divColumn));
  }

  private DynamicTest column(
      String name,
      BiFunction<Matrix<Sample, Feature>, Vector<Sample>, Matrix<Sample, Feature>> call) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            assertRefused(
                () -> call.apply(x, longer),
                """
                %s: axes of one name must have one length
                  left   x : [sample=4, feature=2]
                  right  v : [sample=5]"""
                    .formatted(name)));
  }

  @Test
  void aGradientWalkedBackMustHaveTheLengthOfTheResult() {
    Vector<Sample> p = Vector.ones(FOUR_SAMPLES).requiresGrad_().mul(2).named("p");
    assertRefused(
        () -> p.backward(longer),
        """
        backward: the gradient must have the shape of the result
          result    p : [sample=4]
          gradient  v : [sample=5]""");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isExactlyInstanceOf(ShapeException.class).hasMessage(message);
  }
}

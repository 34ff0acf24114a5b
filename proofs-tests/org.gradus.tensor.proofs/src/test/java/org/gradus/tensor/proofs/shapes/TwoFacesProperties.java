package org.gradus.tensor.proofs.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Elementwise;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/**
 * Two faces, one engine: a typed operation and the same operation on tensors agree in values,
 * gradients and the name of the operation, bit for bit.
 */
// [proof->shape~two-faces~1]
class TwoFacesProperties {
  private interface Part extends Axis {}

  /** A ratchet against functions that reflection misses: raise it, never lower it. */
  private static final int FEWEST_FUNCTIONS = 49;

  @Provide
  Arbitrary<Scenery> sceneries() {
    return Scenery.from(0);
  }

  @Provide
  Arbitrary<Scenery> filled() {
    return Scenery.from(1);
  }

  @Property
  void products(@ForAll("sceneries") Scenery s) {
    s.same("[A, B]·[B, C]", t -> t.x().matmul(t.w()), t -> t.x().matmul(t.w()));
    s.same("[A, B]·[B]", t -> t.x().matmul(t.a()), t -> t.x().matmul(t.a()));
    s.same("[A]·[A, B]", t -> t.y().matmul(t.x()), t -> t.y().matmul(t.x()));
    s.same("mv", t -> t.x().mv(t.a()), t -> t.x().mv(t.a()));
    s.same("dot", t -> t.a().dot(t.a().exp()), t -> t.a().dot(t.a().exp()));
  }

  @Property
  void chainsOfProducts(@ForAll("sceneries") Scenery s) {
    s.same(
        "two layers",
        t -> t.x().matmul(t.w()).relu().matmul(t.w().transpose()).sub(t.z()).square().mean(),
        t -> t.x().matmul(t.w()).relu().matmul(t.w().t()).sub(t.z()).square().mean());
  }

  @Property
  void reductions(@ForAll("sceneries") Scenery s) {
    s.same("sum of a matrix", t -> t.x().sum(), t -> t.x().sum());
    s.same("mean of a matrix", t -> t.x().mean(), t -> t.x().mean());
    s.same("columnSums", t -> t.x().columnSums(), t -> t.x().sum(0));
    s.same("rowSums", t -> t.x().rowSums(), t -> t.x().sum(1));
    s.same("columnMeans", t -> t.x().columnMeans(), t -> t.x().mean(0));
    s.same("rowMeans", t -> t.x().rowMeans(), t -> t.x().mean(1));
    s.same("sum of a vector", t -> t.y().sum(), t -> t.y().sum());
    s.same("mean of a vector", t -> t.y().mean(), t -> t.y().mean());
    s.same("var", t -> t.y().var(), t -> t.y().var());
    s.same("rowLogSumExp", t -> t.x().rowLogSumExp(), t -> t.x().logSumExp(1));
  }

  @Property
  void rows(@ForAll("sceneries") Scenery s) {
    s.same("rowSoftmax", t -> t.x().rowSoftmax(), t -> t.x().softmax(1));
    s.same("rowLogSoftmax", t -> t.x().rowLogSoftmax(), t -> t.x().logSoftmax(1));
  }

  @Property
  void extremes(@ForAll("filled") Scenery s) {
    s.same("max", t -> t.y().max(), t -> t.y().max());
    s.same("min", t -> t.y().min(), t -> t.y().min());
  }

  @Property
  void transposes(@ForAll("sceneries") Scenery s) {
    s.same("transpose", t -> t.x().transpose(), t -> t.x().t());
    s.same("twice", t -> t.x().transpose().transpose(), t -> t.x().t().t());
  }

  @Property
  void slices(@ForAll("filled") Scenery s) {
    int row = Math.floorMod(s.seed(), s.n().length());
    int column = Math.floorMod(s.seed(), s.d().length());
    s.same("row", t -> t.x().row(row), t -> t.x().select(0, row));
    s.same("column", t -> t.x().column(column), t -> t.x().select(1, column));
    s.same("at", t -> t.y().at(row), t -> t.y().select(0, row));
    s.same("rows", t -> t.x().rows(row, 3, Part.class), t -> t.x().slice(0, row, 3));
    s.same("columns", t -> t.x().columns(column, 3, Part.class), t -> t.x().slice(1, column, 3));
    s.same("slice", t -> t.y().slice(row, 3, Part.class), t -> t.y().slice(0, row, 3));
    IndexTensor i = IndexTensor.of(row, 0, row, 0);
    s.same("rows in order", t -> t.x().rows(i, Part.class), t -> t.x().index(i));
    s.same("elements in order", t -> t.y().at(i, Part.class), t -> t.y().index(i));
  }

  @Property
  void repetitions(@ForAll("sceneries") Scenery s) {
    int n = s.n().length();
    int d = s.d().length();
    s.same("asRows", t -> t.a().asRows(s.n()), t -> t.a().expand(n, d));
    s.same("asColumns", t -> t.y().asColumns(s.d()), t -> t.y().unsqueeze(1).expand(n, d));
    s.same("addRow", t -> t.x().addRow(t.a()), t -> t.x().add(t.a()));
    s.same("subRow", t -> t.x().subRow(t.a()), t -> t.x().sub(t.a()));
    s.same("mulRow", t -> t.x().mulRow(t.a()), t -> t.x().mul(t.a()));
    s.same("divRow", t -> t.x().divRow(t.a()), t -> t.x().div(t.a()));
    s.same("addColumn", t -> t.x().addColumn(t.y()), t -> t.x().add(t.y().unsqueeze(1)));
    s.same("subColumn", t -> t.x().subColumn(t.y()), t -> t.x().sub(t.y().unsqueeze(1)));
    s.same("mulColumn", t -> t.x().mulColumn(t.y()), t -> t.x().mul(t.y().unsqueeze(1)));
    s.same("divColumn", t -> t.x().divColumn(t.y()), t -> t.x().div(t.y().unsqueeze(1)));
  }

  /** Every function that a face has from {@link Elementwise} and above, whatever it is called. */
  @Property(tries = 50)
  void elementwiseFunctions(@ForAll("sceneries") Scenery s) {
    List<Call> calls = Call.ofElementwise();
    assertThat(calls).as("elementwise functions").hasSizeGreaterThanOrEqualTo(FEWEST_FUNCTIONS);
    for (Call call : calls) {
      s.same(
          call.name() + " of a matrix",
          t -> call.on(t.x().clone(), t.z(), t.c(), s.seed()),
          t -> call.on(t.x().clone(), t.z(), Scalar.of(t.c()), s.seed()));
      s.same(
          call.name() + " of a vector",
          t -> call.on(t.y().clone(), t.y(), t.c(), s.seed()),
          t -> call.on(t.y().clone(), t.y(), Scalar.of(t.c()), s.seed()));
      s.same(
          call.name() + " of a number",
          t -> call.on(t.c().clone(), t.c(), t.c(), s.seed()),
          t -> call.on(t.c().clone(), t.c(), Scalar.of(t.c()), s.seed()));
    }
  }

  @Property
  void factories(@ForAll("sceneries") Scenery s) {
    int n = s.n().length();
    int d = s.d().length();
    s.same("zeros", t -> Matrix.zeros(s.n(), s.d()), t -> Tensor.zeros(n, d));
    s.same("ones", t -> Matrix.ones(s.n(), s.d()), t -> Tensor.ones(n, d));
    s.same("full", t -> Matrix.full(s.n(), s.d(), 7), t -> Tensor.full(7, n, d));
    s.same("eye", t -> Matrix.eye(s.n()), t -> Tensor.eye(n));
    s.same("rand", t -> Matrix.rand(s.n(), s.d(), random(s)), t -> Tensor.rand(random(s), n, d));
    s.same("randn", t -> Matrix.randn(s.n(), s.d(), random(s)), t -> Tensor.randn(random(s), n, d));
    s.same("zeros along", t -> Vector.zeros(s.n()), t -> Tensor.zeros(n));
    s.same("ones along", t -> Vector.ones(s.n()), t -> Tensor.ones(n));
    s.same("full along", t -> Vector.full(s.n(), 7), t -> Tensor.full(7, n));
    s.same("rand along", t -> Vector.rand(s.n(), random(s)), t -> Tensor.rand(random(s), n));
    s.same("randn along", t -> Vector.randn(s.n(), random(s)), t -> Tensor.randn(random(s), n));
    s.same("number", t -> Scalar.of(7), t -> Tensor.scalar(7));
    double[] values = Tensor.arange(n * d).toArray();
    s.same("values", t -> Matrix.of(s.n(), s.d(), values), t -> Tensor.of(values).reshape(n, d));
    s.same(
        "values along", t -> Vector.of(Dim.of(Part.class, n * d), values), t -> Tensor.of(values));
  }

  private static RandomGenerator random(Scenery s) {
    return new Random(s.seed());
  }
}

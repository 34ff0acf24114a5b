package org.gradus.tensor.proofs.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Elementwise;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Vector;
import org.gradus.tensor.proofs.shapes.Scenery.Feature;
import org.gradus.tensor.proofs.shapes.Scenery.Sample;

/** Transposes, rows, columns and slices show the storage of their matrix, and copy nothing. */
// [proof->shape~typed-transpose~1]
// [proof->shape~typed-slice~1]
// [proof->shape~typed-broadcast~1]
class FaceViewProperties {
  private interface Part extends Axis {}

  /** A number that is never drawn. */
  private static final double MARK = 7e9;

  @Provide
  Arbitrary<Scenery> sceneries() {
    return Scenery.from(1);
  }

  /** What shows some elements of a matrix, each once. */
  private static Map<String, Function<Matrix<Sample, Feature>, Elementwise<?>>> views(Scenery s) {
    int row = Math.floorMod(s.seed(), s.n().length());
    int column = Math.floorMod(s.seed(), s.d().length());
    Map<String, Function<Matrix<Sample, Feature>, Elementwise<?>>> views = new LinkedHashMap<>();
    views.put("transpose", Matrix::transpose);
    views.put("row", x -> x.row(row));
    views.put("column", x -> x.column(column));
    views.put("rows", x -> x.rows(row, 3, Part.class));
    views.put("columns", x -> x.columns(column, 3, Part.class));
    views.put("slice", x -> x.column(column).slice(row, 3, Part.class));
    views.put("at", x -> x.row(row).at(column));
    views.put("row of the transpose", x -> x.transpose().row(column));
    views.put("detach", Matrix::detach);
    return views;
  }

  @Property
  void aViewSeesWhatIsWrittenToItsMatrix(@ForAll("sceneries") Scenery s) {
    views(s)
        .forEach(
            (name, view) -> {
              Random random = new Random(s.seed());
              Matrix<Sample, Feature> x = Matrix.randn(s.n(), s.d(), random);
              Matrix<Sample, Feature> other = Matrix.randn(s.n(), s.d(), random);
              Elementwise<?> seen = view.apply(x);
              x.copy_(other);
              assertThat(seen.tensor().sharesStorageWith(x.tensor())).as(name).isTrue();
              assertThat(seen.toArray()).as(name).isEqualTo(view.apply(other).toArray());
            });
  }

  @Property
  void aMatrixSeesWhatIsWrittenToItsView(@ForAll("sceneries") Scenery s) {
    views(s)
        .forEach(
            (name, view) -> {
              Matrix<Sample, Feature> x = Matrix.randn(s.n(), s.d(), new Random(s.seed()));
              Elementwise<?> written = view.apply(x);
              written.fill_(MARK);
              assertThat(Arrays.stream(x.toArray()).filter(value -> value == MARK).count())
                  .as(name)
                  .isEqualTo(written.numel());
              assertThat(view.apply(x).toArray()).as(name).containsOnly(marks(written));
            });
  }

  private static Double[] marks(Elementwise<?> written) {
    return written.numel() == 0 ? new Double[0] : new Double[] {MARK};
  }

  @Property
  void aRepeatedVectorSharesItsStorageAndCannotBeWrittenThrough(@ForAll("sceneries") Scenery s) {
    Vector<Feature> a = Vector.randn(s.d(), new Random(s.seed()));
    Matrix<Sample, Feature> rows = a.asRows(s.n());
    Matrix<Feature, Sample> columns = a.asColumns(s.n());
    a.fill_(MARK);
    assertThat(rows.toArray()).containsOnly(MARK);
    assertThat(columns.toArray()).containsOnly(MARK);
    if (s.n().length() > 1) {
      assertThatThrownBy(() -> rows.zero_()).isInstanceOf(ShapeException.class);
      assertThatThrownBy(() -> columns.zero_()).isInstanceOf(ShapeException.class);
    }
  }

  @Property
  void rowsAndElementsInTheOrderOfAnIndexAreCopies(@ForAll("sceneries") Scenery s) {
    Matrix<Sample, Feature> x = Matrix.ones(s.n(), s.d());
    Vector<Sample> y = Vector.ones(s.n());
    IndexTensor first = IndexTensor.of(0, 0);
    x.rows(first, Part.class).zero_();
    y.at(first, Part.class).zero_();
    assertThat(x.toArray()).containsOnly(1);
    assertThat(y.toArray()).containsOnly(1);
  }
}

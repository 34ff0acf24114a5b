package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Sample;
import org.gradus.learn.data.Batch;
import org.gradus.learn.data.Dataset;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/** Laws of data sets: each row taken is the row of the arrays it was made of. */
// [proof->learn~dataset~1]
class DatasetProperties {

  private interface Target extends Axis {}

  private static final int WIDTH = 3;

  @Property
  void imagesAndClassesAreThoseOfTheirRows(@ForAll("choices") int[] rows, @ForAll long seed) {
    int n = most(rows) + 1;
    Tensor x = Tensor.rand(new SplittableRandom(seed), n, 2, WIDTH);
    Batch<Tensor, IndexTensor> batch = Dataset.of(x, classes(n)).rows(IndexTensor.of(rows));
    assertThat(batch.size()).isEqualTo(rows.length);
    assertThat(batch.x().shape()).containsExactly(rows.length, 2, WIDTH);
    assertThat(batch.y().shape()).containsExactly(rows.length);
    for (int k = 0; k < rows.length; k++) {
      assertThat(batch.x().select(0, k).toArray()).isEqualTo(x.select(0, rows[k]).toArray());
      assertThat(batch.y().at(k)).isEqualTo(classOf(rows[k]));
    }
  }

  @Property
  void featuresAndTargetsAreThoseOfTheirRows(@ForAll("choices") int[] rows, @ForAll long seed) {
    Dim<Sample> n = Dim.of(Sample.class, most(rows) + 1);
    var random = new SplittableRandom(seed);
    Matrix<Sample, Coefficient> x = Matrix.rand(n, Dim.of(Coefficient.class, WIDTH), random);
    Vector<Sample> y = Vector.rand(n, random);
    Matrix<Sample, Target> targets = Matrix.rand(n, Dim.of(Target.class, 2), random);
    IndexTensor index = IndexTensor.of(rows);
    var number = Dataset.of(x, y).rows(index);
    var several = Dataset.of(x, targets).rows(index);
    var labeled = Dataset.of(x, classes(n.length())).rows(index);
    var loose = Dataset.of(x.tensor(), y.tensor()).rows(index);
    for (int k = 0; k < rows.length; k++) {
      double[] features = x.row(rows[k]).toArray();
      assertThat(number.x().row(k).toArray()).isEqualTo(features);
      assertThat(several.x().row(k).toArray()).isEqualTo(features);
      assertThat(labeled.x().row(k).toArray()).isEqualTo(features);
      assertThat(loose.x().select(0, k).toArray()).isEqualTo(features);
      assertThat(number.y().at(k).toDouble()).isEqualTo(y.at(rows[k]).toDouble());
      assertThat(loose.y().at(k)).isEqualTo(y.at(rows[k]).toDouble());
      assertThat(several.y().row(k).toArray()).isEqualTo(targets.row(rows[k]).toArray());
      assertThat(labeled.y().at(k)).isEqualTo(classOf(rows[k]));
    }
  }

  @Property
  void classesOfAnyShapeKeepTheirOtherAxes(@ForAll("choices") int[] rows) {
    int n = most(rows) + 1;
    int[] each = new int[n * 2 * WIDTH];
    for (int i = 0; i < each.length; i++) {
      each[i] = i;
    }
    Dataset<Tensor, IndexTensor> data =
        Dataset.of(Tensor.zeros(n, 1), IndexTensor.of(new int[] {n, 2, WIDTH}, each));
    IndexTensor y = data.rows(IndexTensor.of(rows)).y();
    assertThat(y.shape()).containsExactly(rows.length, 2, WIDTH);
    for (int i = 0; i < y.size(); i++) {
      assertThat(y.at(i)).isEqualTo(rows[i / (2 * WIDTH)] * 2 * WIDTH + i % (2 * WIDTH));
    }
  }

  @Property
  void rowsOfASubsetAreTheRowsChosen(
      @ForAll("choices") int[] rows, @ForAll("choices") int[] wanted) {
    Dataset<Tensor, IndexTensor> data = counted(most(rows) + 1);
    Dataset<Tensor, IndexTensor> subset = data.subset(IndexTensor.of(rows));
    assertThat(subset.size()).isEqualTo(rows.length);
    int[] again = new int[wanted.length];
    int[] direct = new int[wanted.length];
    for (int k = 0; k < wanted.length; k++) {
      again[k] = wanted[k] % rows.length;
      direct[k] = rows[again[k]];
    }
    assertThat(subset.rows(IndexTensor.of(again)).y())
        .isEqualTo(data.rows(IndexTensor.of(direct)).y());
    assertThat(subset.subset(IndexTensor.of(again)).all().x().toArray())
        .isEqualTo(data.rows(IndexTensor.of(direct)).x().toArray());
  }

  /** One to twelve indices below ten, some of them twice. */
  @Provide
  Arbitrary<int[]> choices() {
    return Arbitraries.integers().between(0, 9).array(int[].class).ofMinSize(1).ofMaxSize(12);
  }

  static Dataset<Tensor, IndexTensor> counted(int n) {
    return Dataset.of(Tensor.arange(n).reshape(n, 1), IndexTensor.arange(n));
  }

  private static int most(int[] rows) {
    int most = 0;
    for (int row : rows) {
      most = Math.max(most, row);
    }
    return most;
  }

  private static IndexTensor classes(int n) {
    int[] classes = new int[n];
    for (int i = 0; i < n; i++) {
      classes[i] = classOf(i);
    }
    return IndexTensor.of(classes);
  }

  /** A class that is not the index of its row, so that the one is not taken for the other. */
  private static int classOf(int row) {
    return 7 * row % 10 + 1;
  }
}

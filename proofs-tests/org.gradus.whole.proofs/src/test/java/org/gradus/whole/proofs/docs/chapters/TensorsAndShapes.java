package org.gradus.whole.proofs.docs.chapters;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.whole.proofs.lesson.Javac;
import org.gradus.whole.proofs.lesson.Problem;

/** The examples of the chapter on tensors and shapes. */
final class TensorsAndShapes {

  private TensorsAndShapes() {}

  // region axes
  interface Sample extends Axis {}

  interface Coefficient extends Axis {}

  // endregion

  interface Batch extends Axis {}

  private static final Dim<Coefficient> TWO = Dim.of(Coefficient.class, 2);

  static String line() {
    return Printed.by(
        out -> {
          // region line
          Dim<Sample> n = Dim.of(Sample.class, 4);
          Dim<Coefficient> d = Dim.of(Coefficient.class, 2);
          Matrix<Sample, Coefficient> x = Matrix.of(n, d, -1, 1, -0.5, 1, 0.5, 1, 1, 1);
          Vector<Coefficient> m = Vector.of(d, 3, 2);
          out.println(x.matmul(m));
          // endregion
        });
  }

  static String ranks() {
    return Printed.by(
        out -> {
          // region ranks
          Tensor number = Tensor.scalar(3);
          Tensor vector = Tensor.of(3, 2);
          Tensor matrix = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
          Tensor image = Tensor.arange(24).reshape(2, 3, 4); // channel, row, column
          for (Tensor t : new Tensor[] {number, vector, matrix, image}) {
            out.printf(
                "rank %d  shape %-9s  %d values%n",
                t.ndim(), Arrays.toString(t.shape()), t.numel());
          }
          out.println(image.at(1, 2, 3));
          // endregion
        });
  }

  static String typed() {
    return Printed.by(
        out -> {
          Dim<Sample> n = Dim.of(Sample.class, 4);
          Dim<Coefficient> d = TWO;
          // region typed
          Matrix<Sample, Coefficient> x = Matrix.of(n, d, -1, 1, -0.5, 1, 0.5, 1, 1, 1);
          Vector<Coefficient> mean = x.columnMeans(); // Sample is averaged away
          Matrix<Sample, Coefficient> centered = x.subRow(mean); // a row, repeated
          Matrix<Coefficient, Coefficient> products = centered.transpose().matmul(centered);
          Matrix<Batch, Coefficient> batch = x.rows(0, 2, Batch.class);
          out.println(mean + " " + batch.signature());
          out.println(products);
          // endregion
        });
  }

  static String ragged() {
    return Printed.refusal(
        () -> {
          // region ragged
          Tensor.of(new double[][] {{1, 2}, {3}});
          // endregion
        });
  }

  static String factories() {
    return Printed.by(
        out -> {
          // region factories
          RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
          out.println(Tensor.ones(2, 3));
          out.println(Tensor.eye(2));
          out.println(Tensor.arange(0, 1, 0.25));
          out.println(Tensor.rand(random, 3));
          // endregion
        });
  }

  static String views() {
    return Printed.by(
        out -> {
          // region views
          Tensor x = Tensor.of(new double[][] {{10, 11}, {20, 21}, {30, 31}});
          Tensor column = x.select(1, 0);
          Tensor turned = x.t();
          column.mul_(-1);
          out.println(x);
          out.println(turned);
          out.println(x.version() + " change, seen through " + column);
          // endregion
        });
  }

  static String slices() {
    return Printed.by(
        out -> {
          // region slices
          Tensor x = Tensor.arange(10);
          out.println(x.first(3));
          out.println(x.slice(0, 1, 8, 3));
          out.println(x.select(0, -1));
          out.println(x.slice(0, 8, 100));
          // endregion
        });
  }

  static String fillColumn() {
    return Printed.by(
        out -> {
          RandomGenerator random = Problem.generator(7);
          Dim<Sample> n = Dim.of(Sample.class, 4);
          Dim<Coefficient> d = TWO;
          // region fill-column
          Matrix<Sample, Coefficient> x = Matrix.ones(n, d);
          x.column(0).uniform_(-1, 1, random);
          out.println(x);
          // endregion
        });
  }

  static String gather() {
    return Printed.by(
        out -> {
          // region gather
          Tensor y = Tensor.of(10, 20, 30, 40, 50).requiresGrad_();
          Tensor picked = y.index(IndexTensor.of(4, 0, 4));
          picked.sum().backward();
          out.println(picked.detach());
          out.println(y.grad());
          // endregion
        });
  }

  static String transposed() {
    return Printed.by(
        out -> {
          // region transposed
          Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
          Tensor u = Tensor.of(2, -1);
          Tensor v = Tensor.of(1, 0, -2);
          out.println(x.matmul(u).dot(v));
          out.println(u.dot(x.t().matmul(v)));
          // endregion
        });
  }

  static String broadcast() {
    return Printed.by(
        out -> {
          // region broadcast
          Tensor column = Tensor.of(10, 20, 30).unsqueeze(1); // [3, 1]
          Tensor row = Tensor.of(1, 2).requiresGrad_(); //          [2]
          Tensor sum = column.add(row); //                       [3, 2]
          out.println(sum.detach());
          sum.sum().backward();
          out.println(row.grad());
          // endregion
        });
  }

  static String trap() {
    return Printed.by(
        out -> {
          // region trap
          Tensor prediction = Tensor.ones(100, 1);
          Tensor target = Tensor.ones(100);
          out.println(Arrays.toString(prediction.sub(target).shape()));
          // endregion
        });
  }

  static String trapRefused() {
    return Printed.refusal(
        () -> {
          // region trap-refused
          Tensor prediction = Tensor.ones(100, 1).named("prediction");
          Tensor target = Tensor.ones(100).named("target");
          prediction.mse(target);
          // endregion
        });
  }

  static String swapped() {
    return Javac.messages(
        """
        // region swapped
        m.matmul(x);
        // endregion
        """);
  }

  static String swappedAtRunTime() {
    return Printed.refusal(
        () -> {
          // region swapped-at-run-time
          Tensor x = Tensor.ones(100, 2).named("x", "sample", "coefficient");
          Tensor m = Tensor.of(3, 2).named("m", "coefficient");
          m.matmul(x);
          // endregion
        });
  }

  static String twoLengths() {
    return Printed.refusal(
        () -> {
          // region two-lengths
          Vector<Sample> train = Vector.ones(Dim.of(Sample.class, 80)).named("train");
          Vector<Sample> test = Vector.ones(Dim.of(Sample.class, 20)).named("test");
          train.add(test);
          // endregion
        });
  }

  static String reenter() {
    return Printed.by(
        out -> {
          Matrix<Sample, Coefficient> x =
              Matrix.of(Dim.of(Sample.class, 4), TWO, -1, 1, -0.5, 1, 0.5, 1, 1, 1);
          // region reenter
          Tensor untyped = x.tensor().reshape(2, 4);
          Matrix<Batch, Sample> typed =
              Matrix.of(Dim.of(Batch.class, 2), Dim.of(Sample.class, 4), untyped);
          out.println(typed.signature());
          // endregion
        });
  }

  static String reductions() {
    return Printed.by(
        out -> {
          // region reductions
          Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
          out.println(x.mul(2).add(1).div(3).pow(2));
          out.println(x.sum());
          out.println(x.mean(0));
          out.println(x.sum(new int[] {1}, true));
          out.println(Tensor.zeros(0).sum() + "  " + Tensor.zeros(0).mean());
          double number = x.mean().item();
          // endregion
          out.println(number);
        });
  }

  static String notOneElement() {
    return Printed.refusal(
        () -> {
          // region not-one-element
          Tensor.of(1, 2).item();
          // endregion
        });
  }

  static String noSuchIndex() {
    return Printed.refusal(
        () -> {
          // region no-such-index
          Tensor.ones(3, 2).named("x").select(1, 2);
          // endregion
        });
  }

  static String noBroadcast() {
    return Printed.refusal(
        () -> {
          // region no-broadcast
          Tensor.ones(100, 2).named("x").add(Tensor.ones(100).named("b"));
          // endregion
        });
  }

  static String sharedMemory() {
    return Printed.refusal(
        () -> {
          // region shared-memory
          Tensor.ones(1, 3).expand(4, 3).add_(1);
          // endregion
        });
  }

  static String exercise() {
    return Printed.by(
        out -> {
          // region exercise
          Tensor x = Tensor.of(new double[][] {{1, 10}, {2, 20}, {3, 30}});
          Tensor mean = x.mean(0);
          Tensor deviation = x.var(new int[] {0}, 0, false).sqrt();
          Tensor standardized = x.sub(mean).div(deviation);
          out.println(standardized.mean(0));
          out.println(standardized.var(new int[] {0}, 0, false));
          // endregion
        });
  }
}

package org.gradus.whole.proofs.docs.chapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Parameter;
import org.gradus.learn.Sample;
import org.gradus.learn.Sgd;
import org.gradus.learn.data.Batch;
import org.gradus.learn.data.Classes;
import org.gradus.learn.data.DataLoader;
import org.gradus.learn.data.Dataset;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Idx;
import org.gradus.learn.data.Npy;
import org.gradus.learn.data.Split;
import org.gradus.learn.data.Standardizer;
import org.gradus.learn.data.Table;
import org.gradus.learn.metric.Accumulator;
import org.gradus.learn.metric.Accuracy;
import org.gradus.learn.metric.ConfusionMatrix;
import org.gradus.learn.metric.RSquared;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.whole.proofs.lesson.Problem;

/** The examples of the chapter on mini-batches and epochs. */
final class Minibatches {

  private Minibatches() {}

  static String loop() {
    return Printed.by(
        out -> {
          Problem problem = Problem.drawn(42);
          var x = problem.x();
          var y = problem.y();
          var d = x.columnDim();
          var random = Problem.generator(7);
          // region loop
          Dataset<Matrix<Sample, Coefficient>, Vector<Sample>> data = Dataset.of(x, y);
          var loader = DataLoader.of(data, 10, random);
          Parameter<Vector<Coefficient>> a = Parameter.of(Vector.of(d, -1, 1));
          Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
          for (int epoch = 1; epoch <= 3; epoch++) {
            for (Batch<Matrix<Sample, Coefficient>, Vector<Sample>> batch : loader.epoch()) {
              optimizer.zeroGrad();
              MeanSquaredError.of(batch.x().matmul(a.value()), batch.y()).backward();
              optimizer.step();
            }
            try (var off = NoGrad.on()) {
              Scalar loss = MeanSquaredError.of(x.matmul(a.value()), y);
              out.printf("epoch %d  loss %.6f%n", epoch, loss.toDouble());
            }
          }
          // endregion
        });
  }

  static String dataset() {
    return Printed.by(
        out -> {
          // region dataset
          Tensor x = Tensor.of(new double[][] {{5.1, 3.5}, {7.0, 3.2}, {6.3, 3.3}, {4.9, 3.0}});
          IndexTensor y = IndexTensor.of(0, 1, 2, 0);
          Dataset<Tensor, IndexTensor> data = Dataset.of(x, y);
          Batch<Tensor, IndexTensor> batch = data.rows(IndexTensor.of(3, 1));
          out.println(batch.x());
          out.println(batch.y());
          Dataset<Tensor, IndexTensor> setosas = data.subset(IndexTensor.of(0, 3));
          out.println(setosas.size() + " of " + data.size());
          // endregion
        });
  }

  static String lastBatch() {
    return Printed.by(
        out -> {
          // region last-batch
          Dataset<Tensor, IndexTensor> data =
              Dataset.of(Tensor.zeros(10, 2), IndexTensor.arange(10));
          var loader = DataLoader.of(data, 4, Problem.generator(1));
          for (var batches : List.of(loader, loader.withFullBatchesOnly())) {
            out.println(batches.batchCount() + " batches");
            batches.epoch().forEach(batch -> out.println("  " + batch.y()));
          }
          // endregion
        });
  }

  static String inOrder() {
    return Printed.by(
        out -> {
          Dataset<Tensor, IndexTensor> data =
              Dataset.of(Tensor.zeros(10, 2), IndexTensor.arange(10));
          // region in-order
          DataLoader.inOrder(data, 4).epoch().forEach(batch -> out.println(batch.y()));
          // endregion
        });
  }

  static String files() throws IOException {
    Path folder = Files.createTempDirectory("digits");
    Path images = folder.resolve("images-idx3-ubyte.gz");
    Path labels = folder.resolve("labels-idx1-ubyte");
    Path array = folder.resolve("array.npy");
    Tensor pixels = Tensor.arange(12).reshape(3, 2, 2);
    Idx.write(images, Idx.Type.UNSIGNED_BYTE, pixels);
    Idx.write(labels, Idx.Type.UNSIGNED_BYTE, Tensor.of(7, 2, 1));
    Npy.write(array, pixels);
    try {
      return Printed.by(
          out -> {
            // region files
            Tensor x = Idx.read(images);
            IndexTensor y = Idx.readIndices(labels);
            out.println(Arrays.toString(x.shape()) + " " + y);
            out.println(Arrays.toString(Npy.read(array).shape()));
            var data = Dataset.of(x.flatten(1, 2).div(255), y);
            out.println(data.size() + " samples");
            // endregion
          });
    } finally {
      for (Path file : List.of(images, labels, array, folder)) {
        Files.delete(file);
      }
    }
  }

  static String digits() {
    return Printed.by(
        out -> {
          // region digits
          Table learn = ExampleData.OPTDIGITS.table();
          Table judge = ExampleData.OPTDIGITS.heldOut().orElseThrow();
          Classes digits = Classes.of(learn, "digit");
          out.println(learn.rowCount() + " and " + judge.rowCount() + " images of " + digits);
          List<String> pixels = learn.names().subList(0, 64);
          Tensor x = Tensor.of(learn.matrix(pixels)).div(16);
          var data = Dataset.of(x, digits.indices(learn, "digit"));
          out.println(data.rows(IndexTensor.of(0, 1, 2)).y());
          // endregion
        });
  }

  static String average() {
    return Printed.by(
        out -> {
          // region average
          Problem four = Problem.exact();
          var data = Dataset.of(four.x(), four.y());
          Vector<Coefficient> a = Problem.coefficients(-1, 1).requiresGrad_();
          for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
              var pair = data.rows(IndexTensor.of(i, j));
              MeanSquaredError.of(pair.x().matmul(a), pair.y()).div(6).backward();
            }
          }
          out.println("mean of six  " + a.grad());
          out.println("of all four  " + four.gradient(a.detach()));
          // endregion
        });
  }

  static String iris() {
    return Printed.by(
        out -> {
          var random = Problem.generator(7);
          // region classes
          Table table = ExampleData.IRIS.table();
          Classes species = Classes.of(table, "species");
          IndexTensor y = species.indices(table, "species");
          out.println(species);
          out.println(y.slice(48, 53) + " " + species.labels(y.slice(48, 53)));
          out.println(species.oneHot(y.slice(49, 51)));
          // endregion
          // region split
          Split split = Split.stratified(y, 45, random);
          out.println(split.training().size() + " to learn from, 45 to be judged by");
          List<String> inputs = table.numericNames();
          double[][] raw = table.matrix(inputs);
          Standardizer standardizer = Standardizer.fit(inputs, raw, split.training());
          var data = Dataset.of(Tensor.of(standardizer.apply(raw)), y);
          var training = DataLoader.of(data.subset(split.training()), 16, random);
          var validation = DataLoader.inOrder(data.subset(split.validation()), 16);
          // endregion
          // region metrics
          Tensor w = Tensor.zeros(4, 3).requiresGrad_();
          Tensor b = Tensor.zeros(3).requiresGrad_();
          Optimizer optimizer = Optimizer.of(Sgd.of(0.1), w, b);
          for (int epoch = 1; epoch <= 10; epoch++) {
            Accumulator sums = Accumulator.of(3);
            for (var batch : training.epoch()) {
              optimizer.zeroGrad();
              Tensor logits = batch.x().matmul(w).add(b);
              Scalar loss = Losses.crossEntropy(logits, batch.y());
              loss.backward();
              optimizer.step();
              sums.add(
                  loss.toDouble() * batch.size(),
                  Accuracy.correct(logits, batch.y()),
                  batch.size());
            }
            if (epoch % 5 == 0) {
              out.printf(
                  "epoch %2d  loss %.4f  accuracy %.4f%n",
                  epoch, sums.at(0) / sums.at(2), sums.at(1) / sums.at(2));
            }
          }
          // endregion
          // region judge
          ConfusionMatrix matrix = ConfusionMatrix.of(species.names());
          try (var off = NoGrad.on()) {
            for (var batch : validation.epoch()) {
              matrix.add(batch.x().matmul(w).add(b), batch.y());
            }
          }
          out.println(matrix);
          // endregion
        });
  }

  static String classes() {
    return lines(0, 4);
  }

  static String split() {
    return lines(4, 5);
  }

  static String metrics() {
    return lines(5, 7);
  }

  static String judge() {
    return lines(7, 12);
  }

  private static String lines(int from, int to) {
    return String.join("\n", iris().lines().toList().subList(from, to));
  }

  static String rSquared() {
    return Printed.by(
        out -> {
          // region r-squared
          Problem problem = Problem.drawn(42);
          Vector<Sample> best = problem.x().matmul(Problem.coefficients(3, 2.5));
          out.printf("the line   %.4f%n", RSquared.of(best, problem.y()));
          Vector<Sample> mean = Vector.full(best.dim(), problem.y().mean().toDouble());
          out.printf("the mean   %.4f%n", RSquared.of(mean, problem.y()));
          // endregion
        });
  }

  static String leak() {
    return Printed.by(
        out -> {
          // region leak
          double[][] x = {{1}, {2}, {3}, {1000}};
          Split split = new Split(IndexTensor.of(0, 1, 2), IndexTensor.of(3));
          for (var rows : List.of(split.training(), IndexTensor.arange(4))) {
            Standardizer fitted = Standardizer.fit(List.of("x"), x, rows);
            out.println(rows.size() + " rows, mean " + fitted.means()[0]);
          }
          // endregion
        });
  }

  static String noSuchRow() {
    return Printed.refusal(
        () -> {
          // region no-such-row
          var data = Dataset.of(Tensor.zeros(100, 2), IndexTensor.arange(100));
          data.rows(IndexTensor.of(0, 100));
          // endregion
        });
  }

  static String unequal() {
    return Printed.refusal(
        () -> {
          // region unequal
          Dataset.of(Tensor.zeros(100, 2), IndexTensor.arange(99));
          // endregion
        });
  }

  static String exercise() {
    return Printed.by(
        out -> {
          // region exercise
          var data = Dataset.of(Tensor.zeros(10, 1), IndexTensor.arange(10));
          for (int size : new int[] {3, 5}) {
            double[] shares = new double[10];
            DataLoader.inOrder(data, size)
                .epoch()
                .forEach(
                    batch -> {
                      for (int row : batch.y().toArray()) {
                        shares[row] = 1.0 / batch.size();
                      }
                    });
            out.printf("size %d  first row %.3f  last row %.3f%n", size, shares[0], shares[9]);
          }
          // endregion
        });
  }
}

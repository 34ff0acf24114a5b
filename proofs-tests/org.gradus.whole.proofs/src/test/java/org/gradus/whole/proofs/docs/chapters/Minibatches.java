package org.gradus.whole.proofs.docs.chapters;

import java.util.List;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Parameter;
import org.gradus.learn.Sample;
import org.gradus.learn.Sgd;
import org.gradus.learn.data.Batch;
import org.gradus.learn.data.DataLoader;
import org.gradus.learn.data.Dataset;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.whole.proofs.lesson.Problem;

/** The examples of the chapter on minibatches and epochs. */
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
}

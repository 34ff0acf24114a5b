package org.gradus.learn.proofs.train;

import java.util.Arrays;
import java.util.List;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Sample;
import org.gradus.learn.Update;
import org.gradus.learn.data.Classes;
import org.gradus.learn.data.DataLoader;
import org.gradus.learn.data.Dataset;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Standardizer;
import org.gradus.learn.data.Table;
import org.gradus.learn.metric.ErrorRate;
import org.gradus.learn.nn.Activation;
import org.gradus.learn.nn.BatchNorm1d;
import org.gradus.learn.nn.Dropout;
import org.gradus.learn.nn.Linear;
import org.gradus.learn.nn.Loss;
import org.gradus.learn.nn.Sequential;
import org.gradus.learn.train.EpochRandom;
import org.gradus.learn.train.Learner;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;

/**
 * A network on Fisher's irises that draws, remembers and keeps statistics: all that may go wrong.
 */
final class Irises {

  /** The measurements. */
  interface Feature extends Axis {}

  /** Between the two maps. */
  interface Hidden extends Axis {}

  /** The species. */
  interface Species extends Axis {}

  private static final Dim<Feature> FEATURES = Dim.of(Feature.class, 4);
  private static final Dim<Hidden> HIDDEN = Dim.of(Hidden.class, 8);
  private static final Dim<Species> SPECIES = Dim.of(Species.class, 3);

  final EpochRandom random;
  final Sequential<Matrix<Sample, Feature>, Matrix<Sample, Species>> model;
  final DataLoader<Matrix<Sample, Feature>, IndexTensor> training;
  final DataLoader<Matrix<Sample, Feature>, IndexTensor> heldOut;

  Irises(long seed) {
    random = EpochRandom.of(seed);
    model =
        Sequential.of(Linear.of(FEATURES, HIDDEN, random))
            .then(BatchNorm1d.of(HIDDEN))
            .then(Activation.<Matrix<Sample, Hidden>>tanh())
            .then(Dropout.<Matrix<Sample, Hidden>>of(0.2, random))
            .then(Linear.of(HIDDEN, SPECIES, random));
    Table table = ExampleData.IRIS.table();
    List<String> names = table.names().subList(0, 4);
    double[][] x = table.matrix(names);
    IndexTensor order = IndexTensor.permutation(x.length, EpochRandom.of(1));
    IndexTensor first = order.slice(0, 110);
    Tensor standardized = Tensor.of(Standardizer.fit(names, x, first).apply(x));
    Dataset<Matrix<Sample, Feature>, IndexTensor> all =
        Dataset.of(
            Matrix.of(Dim.of(Sample.class, x.length), FEATURES, standardized),
            Classes.of(table, "species").indices(table, "species"));
    training = DataLoader.of(all.subset(first), 16, random);
    heldOut = DataLoader.inOrder(all.subset(order.slice(110, 150)), 32);
  }

  /** What measures nothing. */
  Learner<Matrix<Sample, Feature>, IndexTensor, Matrix<Sample, Species>> blind(Update update) {
    Loss<Matrix<Sample, Species>, IndexTensor> loss = Loss.crossEntropy();
    return Learner.of(model, loss::forward, Optimizer.of(update, model.parameters()), random);
  }

  Learner<Matrix<Sample, Feature>, IndexTensor, Matrix<Sample, Species>> learner(Update update) {
    return blind(update).validating(heldOut).measuring("error rate", ErrorRate::of);
  }

  /** All numbers of the model, one after the other. */
  double[] numbers() {
    return model.state().values().stream()
        .flatMapToDouble(tensor -> Arrays.stream(tensor.toArray()))
        .toArray();
  }
}

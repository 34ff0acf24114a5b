package org.gradus.whole.proofs.docs.chapters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.gradus.learn.Adam;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Parameter;
import org.gradus.learn.Sample;
import org.gradus.learn.Sgd;
import org.gradus.learn.data.Classes;
import org.gradus.learn.data.DataLoader;
import org.gradus.learn.data.Dataset;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Standardizer;
import org.gradus.learn.data.Table;
import org.gradus.learn.nn.Linear;
import org.gradus.learn.nn.Loss;
import org.gradus.learn.state.Safetensors;
import org.gradus.learn.train.Callback;
import org.gradus.learn.train.Checkpoint;
import org.gradus.learn.train.EarlyStopping;
import org.gradus.learn.train.EpochRandom;
import org.gradus.learn.train.EpochRecord;
import org.gradus.learn.train.History;
import org.gradus.learn.train.Learner;
import org.gradus.learn.train.TrainEpoch;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/** The examples of the chapter on training. */
final class Trainings {

  // region axes
  interface Feature extends Axis {}

  interface Species extends Axis {}

  // endregion

  private static final Dim<Feature> FEATURES = Dim.of(Feature.class, 4);
  private static final Dim<Species> SPECIES = Dim.of(Species.class, 3);

  private Trainings() {}

  private static final Table TABLE = ExampleData.IRIS.table();
  private static final IndexTensor ORDER = IndexTensor.permutation(150, EpochRandom.of(1));

  /** Fisher's irises, standardized by the rows that are learned from. */
  private static Dataset<Matrix<Sample, Feature>, IndexTensor> irises() {
    List<String> names = TABLE.names().subList(0, 4);
    double[][] x = TABLE.matrix(names);
    Tensor standardized = Tensor.of(Standardizer.fit(names, x, ORDER.slice(0, 110)).apply(x));
    return Dataset.of(
        Matrix.of(Dim.of(Sample.class, x.length), FEATURES, standardized),
        Classes.of(TABLE, "species").indices(TABLE, "species"));
  }

  private static Learner<Matrix<Sample, Feature>, IndexTensor, Matrix<Sample, Species>> learner(
      EpochRandom random) {
    Linear<Feature, Species> model = Linear.of(FEATURES, SPECIES, random);
    Loss<Matrix<Sample, Species>, IndexTensor> loss = Loss.crossEntropy();
    Optimizer optimizer = Optimizer.of(Adam.of(0.1), model.parameters());
    return Learner.of(model, loss::forward, optimizer, random)
        .validating(DataLoader.inOrder(irises().subset(ORDER.slice(110, 150)), 40));
  }

  private static DataLoader<Matrix<Sample, Feature>, IndexTensor> training(EpochRandom random) {
    return DataLoader.of(irises().subset(ORDER.slice(0, 110)), 16, random);
  }

  static String learner() {
    return Printed.by(
        out -> {
          Dataset<Matrix<Sample, Feature>, IndexTensor> irises = irises();
          IndexTensor order = ORDER;
          // region learner
          EpochRandom random = EpochRandom.of(42);
          var training = DataLoader.of(irises.subset(order.slice(0, 110)), 16, random);
          var heldOut = DataLoader.inOrder(irises.subset(order.slice(110, 150)), 40);
          Linear<Feature, Species> model = Linear.of(FEATURES, SPECIES, random);
          Loss<Matrix<Sample, Species>, IndexTensor> loss = Loss.crossEntropy();
          Optimizer optimizer = Optimizer.of(Adam.of(0.1), model.parameters());
          var learner = Learner.of(model, loss::forward, optimizer, random).validating(heldOut);
          History history = learner.fit(training, 5);
          for (EpochRecord epoch : history.epochs()) {
            out.printf(
                "epoch %d  training loss %.4f  validation loss %.4f%n",
                epoch.epoch(), epoch.trainingLoss(), epoch.validationLoss().orElseThrow());
          }
          // endregion
        });
  }

  static String branches() {
    return Printed.by(
        out -> {
          DataLoader<Matrix<Sample, Feature>, IndexTensor> rows = DataLoader.inOrder(irises(), 25);
          // region branches
          Loss<Matrix<Sample, Species>, IndexTensor> mean = Loss.crossEntropy();
          var loss = mean.withReduction(LossReduction.NONE);

          Linear<Feature, Species> net = Linear.of(FEATURES, SPECIES, EpochRandom.of(42));
          Optimizer optimizer = Optimizer.of(Sgd.of(0.1), net.parameters());
          out.println(TrainEpoch.with(net, rows.epoch(), loss::forward, optimizer));

          Linear<Feature, Species> twin = Linear.of(FEATURES, SPECIES, EpochRandom.of(42));
          IntConsumer updater =
              n -> {
                try (var off = NoGrad.on()) {
                  for (Parameter<?> parameter : twin.parameters()) {
                    Tensor w = parameter.value().tensor();
                    w.sub_(w.grad().mul(0.1 / n));
                    w.grad().zero_();
                  }
                }
              };
          out.println(TrainEpoch.with(twin, rows.epoch(), loss::forward, updater));
          // endregion
        });
  }

  static String callback() {
    return Printed.by(
        out -> {
          EpochRandom random = EpochRandom.of(42);
          var learner = learner(random);
          var training = training(random);
          // region callback
          learner.calling(
              new Callback() {
                @Override
                public void afterBatch(Moment moment) {
                  if (moment.batch() == moment.batches()) {
                    out.printf("epoch %d: %d batches%n", moment.epoch(), moment.batches());
                  }
                }

                @Override
                public boolean afterEpoch(History history) {
                  return history.last().trainingLoss() < 0.35; // good enough
                }
              });
          History history = learner.fit(training, 100);
          out.printf("ended after %d epochs%n", history.size());
          // endregion
        });
  }

  static String early() {
    return Printed.by(
        out -> {
          EpochRandom random = EpochRandom.of(42);
          var learner = learner(random);
          var training = training(random);
          // region early
          History history = learner.calling(new EarlyStopping(10)).fit(training, 1000);
          int best = history.best(EpochRecord.VALIDATION_LOSS).orElseThrow();
          out.printf("%d epochs, the best of which was %d%n", history.size(), best);
          // endregion
        });
  }

  static String resumed() {
    return Printed.by(
        out -> {
          Path folder = temporaryFolder();
          // region resumed
          Path file = folder.resolve("irises.safetensors");

          EpochRandom first = EpochRandom.of(42);
          learner(first).checkpointing(file).fit(training(first), 3); // and then the light went out

          EpochRandom second = EpochRandom.of(42);
          var resumed = learner(second).resume(Checkpoint.read(file));
          resumed.fit(training(second), 8);

          EpochRandom third = EpochRandom.of(42);
          var whole = learner(third);
          whole.fit(training(third), 8);
          out.println(resumed.history().equals(whole.history()));
          // endregion
          delete(file);
        });
  }

  static String file() {
    return Printed.by(
        out -> {
          Path folder = temporaryFolder();
          Linear<Feature, Species> model = Linear.of(FEATURES, SPECIES, EpochRandom.of(42));
          // region file
          Path file = folder.resolve("linear.safetensors");
          Safetensors.of(model.state()).write(file);

          Linear<Feature, Species> other = Linear.of(FEATURES, SPECIES, EpochRandom.of(43));
          other.load(Safetensors.read(file).tensors());
          out.println(other.state().get("bias"));
          out.println(model.state().get("bias"));
          // endregion
          delete(file);
        });
  }

  static String seed() {
    EpochRandom first = EpochRandom.of(42);
    Checkpoint checkpoint = learner(first).checkpoint();
    return Printed.refusal(
        () -> {
          // region seed
          learner(EpochRandom.of(43)).resume(checkpoint);
          // endregion
        });
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("training");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
      Files.delete(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

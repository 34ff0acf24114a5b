package org.gradus.whole.proofs.docs.chapters;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.gradus.learn.Adam;
import org.gradus.learn.Module;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Parameter;
import org.gradus.learn.Sample;
import org.gradus.learn.Sgd;
import org.gradus.learn.nn.Activation;
import org.gradus.learn.nn.BatchNorm1d;
import org.gradus.learn.nn.Dropout;
import org.gradus.learn.nn.Linear;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.learn.nn.Sequential;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.whole.proofs.lesson.Javac;
import org.gradus.whole.proofs.lesson.Problem;

/** The examples on modules of the chapter on modules and optimizers. */
final class Modules {

  private Modules() {}

  // region axes
  interface Feature extends Axis {}

  interface Hidden extends Axis {}

  interface Target extends Axis {}

  // endregion

  // region parabola
  static final class Parabola extends Module<Vector<Sample>, Vector<Sample>> {
    private final Parameter<Scalar> a;
    private final Parameter<Scalar> b;

    Parabola(double a, double b) {
      this.a = register("a", Parameter.of(Scalar.of(a)));
      this.b = register("b", Parameter.of(Scalar.of(b)));
    }

    @Override
    public Vector<Sample> forward(Vector<Sample> x) {
      return x.square().scale(a.value()).add(x.scale(b.value()));
    }
  }

  // endregion

  // region decay
  static final class Decay extends Module<Vector<Sample>, Vector<Sample>> {
    private final Parameter<Scalar> rate = register("rate", Parameter.of(Scalar.of(0)));

    @Override
    public Vector<Sample> forward(Vector<Sample> t) {
      return t.scale(rate.value()).neg().exp();
    }
  }

  // endregion

  static String decayFit() {
    return Printed.by(
        out -> {
          // region decay-fit
          Vector<Sample> t = Vector.of(Dim.of(Sample.class, 4), 0, 1, 2, 3);
          Vector<Sample> y = t.mul(-0.7).exp();
          Decay decay = new Decay();
          Optimizer optimizer = Optimizer.of(Sgd.of(0.1).withMomentum(0.5), decay.parameters());
          for (int step = 0; step < 200; step++) {
            optimizer.zeroGrad();
            MeanSquaredError.of(decay.forward(t), y).backward();
            optimizer.step();
          }
          out.printf("%.6f%n", decay.rate.value().toDouble());
          // endregion
        });
  }

  static String ownModule() {
    return Printed.by(
        out -> {
          // region own-module
          Parabola model = new Parabola(2, 1);
          Vector<Sample> x = Vector.of(Dim.of(Sample.class, 3), -1, 0, 1);
          model.forward(x).sum().backward();
          model
              .namedParameters()
              .forEach((name, p) -> out.println(name + " has the gradient " + p.value().grad()));
          // endregion
        });
  }

  static String xor() {
    return Printed.by(
        out -> {
          // region xor
          Dim<Sample> samples = Dim.of(Sample.class, 4);
          Dim<Feature> features = Dim.of(Feature.class, 2);
          Dim<Hidden> hidden = Dim.of(Hidden.class, 4);
          Dim<Target> target = Dim.of(Target.class, 1);
          Matrix<Sample, Feature> x = Matrix.of(samples, features, 0, 0, 0, 1, 1, 0, 1, 1);
          Matrix<Sample, Target> y = Matrix.of(samples, target, 0, 1, 1, 0);

          RandomGenerator random = Problem.generator(1);
          var net =
              Sequential.of(Linear.of(features, hidden, random))
                  .then(Activation.tanh())
                  .then(Linear.of(hidden, target, random));
          Optimizer optimizer = Optimizer.of(Adam.of(0.1), net.parameters());
          for (int t = 0; t < 300; t++) {
            optimizer.zeroGrad();
            net.forward(x).sub(y).square().mean().backward();
            optimizer.step();
          }
          out.println(net);
          for (double prediction : net.forward(x).detach().toArray()) {
            out.printf("%.4f%n", prediction);
          }
          // endregion
        });
  }

  static String names() {
    return Printed.by(
        out -> {
          RandomGenerator random = Problem.generator(1);
          // region names
          var net =
              Sequential.of(Linear.of(Dim.of(Feature.class, 2), Dim.of(Hidden.class, 4), random))
                  .then(BatchNorm1d.of(Dim.of(Hidden.class, 4)));
          net.state().forEach((name, tensor) -> out.println(tensor.signature()));
          // endregion
        });
  }

  static String mismatch() {
    return Javac.messages(
        """
        // region mismatch
        Sequential.of(layer).then(layer);
        // endregion
        """);
  }

  static String dropout() {
    return Printed.by(
        out -> {
          // region dropout
          Dropout<Tensor> dropout = Dropout.of(0.5, Problem.generator(3));
          out.println(dropout.forward(Tensor.ones(6)));
          out.println(dropout.eval().forward(Tensor.ones(6)));
          // endregion
        });
  }

  static String batchNorm() {
    return Printed.by(
        out -> {
          // region batch-norm
          Dim<Feature> feature = Dim.of(Feature.class, 1);
          BatchNorm1d<Feature> norm = BatchNorm1d.of(feature);
          Matrix<Sample, Feature> x = Matrix.of(Dim.of(Sample.class, 3), feature, 0, 2, 4);
          out.println(norm.forward(x).transpose().detach());
          norm.namedBuffers().forEach((name, buffer) -> out.println(name + " " + buffer));
          out.println(norm.eval().forward(x).transpose().detach());
          // endregion
        });
  }

  static String evalIsNotNoGrad() {
    return Printed.by(
        out -> {
          RandomGenerator random = Problem.generator(1);
          // region eval-is-not-no-grad
          var layer = Linear.of(Dim.of(Feature.class, 2), Dim.of(Target.class, 1), random);
          layer.eval();
          Tensor x = Tensor.ones(3, 2);
          out.println("after eval      " + layer.forward(x).requiresGrad());
          try (var off = NoGrad.on()) {
            out.println("inside NoGrad   " + layer.forward(x).requiresGrad());
          }
          // endregion
        });
  }

  static String loading() {
    return Printed.refusal(
        () -> {
          RandomGenerator random = Problem.generator(1);
          // region loading
          var layer = Linear.of(Dim.of(Feature.class, 2), Dim.of(Target.class, 1), random);
          layer.load(Map.of("weight", Tensor.ones(1, 3), "extra", Tensor.ones(1)));
          // endregion
        });
  }
}

package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Sample;
import org.gradus.learn.Sgd;
import org.gradus.learn.nn.Activation;
import org.gradus.learn.nn.BatchNorm1d;
import org.gradus.learn.nn.Linear;
import org.gradus.learn.nn.Sequential;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;

/** Laws of modules: concepts M6, N1, N2 and N15 of the lesson. */
// [proof->learn~module~1]
// [proof->learn~linear~1]
// [proof->learn~sequential~1]
class ModuleProperties {

  private interface Feature extends Axis {}

  private interface Hidden extends Axis {}

  private interface Target extends Axis {}

  /** A product or a sum rounds by it, relative to the terms. */
  private static final double ROUNDING = 0x1p-53;

  /** Roundings of a loss on the way from the parameters, a count, with room. */
  private static final int ROUNDINGS = 64;

  @Property
  void aLinearMapIsItsSums(
      @ForAll long seed,
      @ForAll @IntRange(max = 5) int samples,
      @ForAll @IntRange(max = 8) int inputs,
      @ForAll @IntRange(max = 5) int outputs) {
    RandomGenerator random = new SplittableRandom(seed);
    var linear = Linear.of(Dim.of(Feature.class, inputs), Dim.of(Target.class, outputs), random);
    var x = Matrix.randn(Dim.of(Sample.class, samples), Dim.of(Feature.class, inputs), random);
    double[] w = linear.weight().value().detach().toArray();
    double[] b = linear.bias().orElseThrow().value().detach().toArray();
    double[] y = linear.forward(x).detach().toArray();
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < outputs; j++) {
        double sum = b[j];
        double terms = Math.abs(b[j]);
        for (int k = 0; k < inputs; k++) {
          double product = x.toArray()[i * inputs + k] * w[j * inputs + k];
          sum += product;
          terms += Math.abs(product);
        }
        // Both sides round each product and each sum.
        double bound = 2 * (inputs + 1) * ROUNDING * terms;
        assertThat(y[i * outputs + j]).isCloseTo(sum, within(bound));
      }
    }
    assertThat(linear.forward(x.tensor()).detach().toArray()).isEqualTo(y);
  }

  @Property(tries = 100)
  void aSequenceIsTheCompositionOfItsParts(@ForAll long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    var first = Linear.of(Dim.of(Feature.class, 3), Dim.of(Hidden.class, 4), random);
    var last = Linear.of(Dim.of(Hidden.class, 4), Dim.of(Target.class, 2), random);
    var x = Matrix.randn(Dim.of(Sample.class, 5), Dim.of(Feature.class, 3), random);
    var net = Sequential.of(first).then(Activation.tanh()).then(last);
    assertThat(net.forward(x).detach().toArray())
        .isEqualTo(last.forward(first.forward(x).tanh()).detach().toArray());
    assertThat(net.namedParameters().keySet())
        .containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
  }

  /** What has been trained and saved goes on as the one it was saved from, bit for bit. */
  @Property(tries = 50)
  void aLoadedStateGoesOnAsBefore(@ForAll long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    var net = network(random);
    var x = Matrix.randn(Dim.of(Sample.class, 6), Dim.of(Feature.class, 3), random);
    train(net, x);
    var other = network(random);
    other.load(net.state());
    train(net, x);
    train(other, x);
    assertThat(other.state().toString()).isEqualTo(net.state().toString());
    assertThat(other.eval().forward(x).detach().toArray())
        .isEqualTo(net.eval().forward(x).detach().toArray());
  }

  private static Sequential<Matrix<Sample, Feature>, Matrix<Sample, Target>> network(
      RandomGenerator random) {
    return Sequential.of(BatchNorm1d.of(Dim.of(Feature.class, 3)))
        .then(Linear.of(Dim.of(Feature.class, 3), Dim.of(Target.class, 2), random));
  }

  private static void train(
      Sequential<Matrix<Sample, Feature>, Matrix<Sample, Target>> net, Matrix<Sample, Feature> x) {
    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), net.parameters());
    for (int t = 0; t < 3; t++) {
      optimizer.zeroGrad();
      net.forward(x).square().mean().backward();
      optimizer.step();
    }
  }

  /** The gradient of a parameter is the slope of the loss along it. */
  @Property(tries = 50)
  void gradientsOfParametersAreSlopes(@ForAll long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    var net = network(random);
    var x = Matrix.randn(Dim.of(Sample.class, 6), Dim.of(Feature.class, 3), random);
    net.forward(x).square().mean().backward();
    for (var parameter : net.parameters()) {
      Tensor leaf = parameter.value().tensor();
      Tensor values = leaf.detach().reshape(-1);
      double[] gradient = leaf.grad().reshape(-1).toArray();
      for (int i = 0; i < gradient.length; i++) {
        double here = values.at(i);
        double ahead = lossAt(net, x, values, i, here + 1e-4);
        double behind = lossAt(net, x, values, i, here - 1e-4);
        values.select(0, i).fill_(here);
        // The loss is a polynomial of degree 2 in each parameter: a difference is exact.
        double noise = ROUNDINGS * ROUNDING * (1 + ahead + behind) / 2e-4;
        assertThat((ahead - behind) / 2e-4).isCloseTo(gradient[i], within(noise));
      }
    }
  }

  private static double lossAt(
      Sequential<Matrix<Sample, Feature>, Matrix<Sample, Target>> net,
      Matrix<Sample, Feature> x,
      Tensor values,
      int i,
      double value) {
    values.select(0, i).fill_(value);
    return net.forward(x).square().mean().detach().toDouble();
  }
}

package org.gradus.tensor.proofs.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Face;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/**
 * Operands of all faces along three axes, which a function takes as tensors and names itself.
 *
 * @param n samples
 * @param d features
 * @param h hidden units
 * @param seed of the numbers
 */
record Scenery(Dim<Sample> n, Dim<Feature> d, Dim<Hidden> h, long seed) {
  interface Sample extends Axis {}

  interface Feature extends Axis {}

  interface Hidden extends Axis {}

  /** Sceneries with lengths from {@code shortest} to 4. */
  static Arbitrary<Scenery> from(int shortest) {
    Arbitrary<Integer> length = Arbitraries.integers().between(shortest, 4);
    return Combinators.combine(length, length, length, Arbitraries.longs().withoutEdgeCases())
        .as(
            (n, d, h, seed) ->
                new Scenery(
                    Dim.of(Sample.class, n),
                    Dim.of(Feature.class, d),
                    Dim.of(Hidden.class, h),
                    seed));
  }

  /** The operands: {@code x}, {@code z}, {@code w}, {@code y}, {@code a}, {@code c}. */
  private List<Tensor> operands() {
    Random random = new Random(seed);
    return List.of(
        Tensor.randn(random, n.length(), d.length()),
        Tensor.randn(random, n.length(), d.length()),
        Tensor.randn(random, d.length(), h.length()),
        Tensor.randn(random, n.length()),
        Tensor.randn(random, d.length()),
        Tensor.randn(random));
  }

  /** Both functions do the same to the operands, forward and back, bit for bit. */
  void same(
      String name, Function<Typed, ? extends Face<?>> typed, Function<Untyped, Tensor> untyped) {
    assertThat(Run.of(operands(), seed, t -> typed.apply(new Typed(this, new Untyped(t)))))
        .as(name)
        .isEqualTo(Run.of(operands(), seed, t -> untyped.apply(new Untyped(t))));
  }

  /** The operands as tensors. */
  record Untyped(Tensor x, Tensor z, Tensor w, Tensor y, Tensor a, Tensor c) {
    Untyped(List<Tensor> t) {
      this(t.get(0), t.get(1), t.get(2), t.get(3), t.get(4), t.get(5));
    }
  }

  /** The operands under their axes. */
  record Typed(
      Matrix<Sample, Feature> x,
      Matrix<Sample, Feature> z,
      Matrix<Feature, Hidden> w,
      Vector<Sample> y,
      Vector<Feature> a,
      Scalar c) {
    Typed(Scenery s, Untyped t) {
      this(
          Matrix.of(s.n, s.d, t.x),
          Matrix.of(s.n, s.d, t.z),
          Matrix.of(s.d, s.h, t.w),
          Vector.of(s.n, t.y),
          Vector.of(s.d, t.a),
          Scalar.of(t.c));
    }
  }
}

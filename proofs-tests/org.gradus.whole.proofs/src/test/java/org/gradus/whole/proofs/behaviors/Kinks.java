package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;

/** Points without a derivative: B76 to B79. */
final class Kinks {

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Tensor ZERO = Tensor.zeros(1);

  /** Operations below that have such points; the others have a derivative there. */
  static final List<String> OPERATIONS =
      List.of(
          "relu",
          "abs",
          "sign",
          "floor",
          "round",
          "clamp",
          "maximum",
          "minimum",
          "leakyRelu",
          "max",
          "min",
          "amax",
          "amin",
          "norm",
          "maxPool2d",
          "sqrt",
          "rsqrt",
          "log",
          "log1p",
          "reciprocal",
          "pow-constant",
          "pow",
          "div",
          "var",
          "std");

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B76~1]
          Behavior.of(
                  76,
                  "gradients at the kinks of elementwise functions",
                  Verdict.SAME,
                  "those of functions that Gradus has")
              .agrees("X029/relu_at_0", slope(Tensor::relu, 0))
              .agrees("X029/relu_at_minus_0", slope(Tensor::relu, -0.0))
              .agrees("X029/relu_at_nan", slope(Tensor::relu, Double.NaN))
              .agrees("C127/relu0", slope(Tensor::relu, 0))
              .agrees("X029/abs_at_0", slope(Tensor::abs, 0))
              .agrees("C127/abs0", slope(Tensor::abs, 0))
              .agrees("X029/sign_at_0", slope(Tensor::sign, 0))
              .agrees("X029/floor_at_1", slope(Tensor::floor, 1))
              .agrees("X029/round_at_half", slope(Tensor::round, .5))
              .agrees("X029/clamp_min_edge", slope(a -> a.clamp(0, INFINITY), 0))
              .agrees("C127/clampmin", slope(a -> a.clamp(0, INFINITY), 0))
              .agrees("X029/clamp_max_edge", slope(a -> a.clamp(-INFINITY, 0), 0))
              .agrees("X029/clamp_both", slope(a -> a.clamp(0, 1), -1, 0, .5, 1, 2))
              .agrees("C127/clampmax", slope(a -> a.clamp(0, 1), 1))
              .agrees("X029/maximum_const_tie", slope(a -> a.maximum(ZERO), 0))
              .agrees("X029/minimum_const_tie", slope(a -> a.minimum(ZERO), 0))
              .agrees("X029/leaky_relu_at_0", slope(a -> a.leakyRelu(0.01), 0))
              .agrees("C127/leaky0", slope(a -> a.leakyRelu(0.01), 0))
              .agrees("X029/elu_at_0", slope(a -> a.elu(1), 0))
              .agrees("X029/softplus_at_0", slope(Tensor::softplus, 0))
              .agrees("X029/smooth_l1_at_0", slope(a -> Losses.smoothL1(a, ZERO, 1).tensor(), 0))
              .agrees("C127/huber", slope(a -> Losses.smoothL1(a, ZERO, 1).tensor(), 0))
              .agrees("X029/smooth_l1_at_1", slope(a -> Losses.smoothL1(a, ZERO, 1).tensor(), 1))
              .agrees("X029/huber_at_delta", slope(a -> Losses.huber(a, ZERO, 1).tensor(), 1))
              .agrees("X029/l1_loss_at_0", slope(a -> Losses.l1(a, ZERO).tensor(), 0))
              .lacks("X029/relu6_edges", "there is no relu6")
              .lacks("X029/hardtanh_edges", "there is no hardtanh")
              .lacks("C127/hardtanh1", "there is no hardtanh")
              .lacks("X029/hardsigmoid_edges", "there is no hardsigmoid")
              .lacks("X029/threshold_at", "there is no threshold"),
          // [proof->behavior~B77~1]
          Behavior.of(
                  77,
                  "ties: shared evenly among all elements, the first of them along an axis",
                  Verdict.SAME,
                  "sort, topk and median are not offered")
              .agrees("X031/max_all", slope(Tensor::max, 1, 1, 0))
              .agrees("C127/max_full", slope(Tensor::max, 1, 1, 0))
              .agrees("X031/min_all", slope(Tensor::min, 0, 0, 1))
              .agrees("X031/max_dim", slope(a -> a.max(0).values(), 1, 1, 0))
              .agrees("C127/max_dim", slope(a -> a.max(0).values(), 1, 1, 0))
              .agrees("X031/min_dim", slope(a -> a.min(0).values(), 0, 0, 1))
              .agrees("X031/amax", slope(a -> a.amax(0), 1, 1, 0))
              .agrees("C127/amax", slope(a -> a.amax(0), 1, 1, 0))
              .agrees("X031/amin", slope(a -> a.amin(0), 0, 0, 1))
              .agrees("X031/maximum_two", slope(a -> a.select(0, 0).maximum(a.select(0, 1)), 1, 1))
              .agrees("C127/maximum", slope(a -> a.select(0, 0).maximum(a.select(0, 1)), 1, 1))
              .agrees("X031/minimum_two", slope(a -> a.select(0, 0).minimum(a.select(0, 1)), 1, 1))
              .agrees(
                  "X031/max_pool_tie",
                  slope(a -> Layers.maxPool2d(a.reshape(1, 1, 1, 2), Window.of(1, 2)), 1, 1))
              .agrees("X031/norm_inf_tie", slope(a -> a.norm(INFINITY), 1, -1))
              .agrees("X031/logsumexp_tie", slope(a -> a.logSumExp(0), 1, 1))
              .lacks("X031/fmax_two", "there is no fmax")
              .lacks("X031/sort_tie", "there is no sort")
              .lacks("X031/topk_tie", "there is no topk")
              .lacks("X031/median_tie", "there is no median")
              .lacks("X031/median_dim", "there is no median")
              .lacks("X031/cummax_tie", "there is no cummax")
              .lacks("C127/median", "there is no median")
              .lacks("C127/sort", "there is no sort"),
          // [proof->behavior~B78~1]
          Behavior.of(
                  78,
                  "gradients at the border of a domain",
                  Verdict.SAME,
                  "asin and xlogy are not offered")
              .agrees("X029/sqrt_at_0", slope(Tensor::sqrt, 0))
              .agrees("C127/sqrt0", slope(Tensor::sqrt, 0))
              .agrees("X029/sqrt_neg", slope(Tensor::sqrt, -1))
              .agrees("X029/rsqrt_at_0", slope(Tensor::rsqrt, 0))
              .agrees("X029/log_at_0", slope(Tensor::log, 0))
              .agrees("C127/log0", slope(Tensor::log, 0))
              .agrees("X029/log_neg", slope(Tensor::log, -1))
              .agrees("X029/log1p_at_minus1", slope(Tensor::log1p, -1))
              .agrees("X029/recip_at_0", slope(Tensor::reciprocal, 0))
              .agrees("X029/pow_half_at_0", slope(a -> a.pow(.5), 0))
              .agrees("C127/pow05", slope(a -> a.pow(.5), 0))
              .agrees("X029/pow_0_at_0", slope(a -> a.pow(0), 0))
              .agrees("C127/pow0", slope(a -> a.pow(0), 0))
              .agrees("X029/pow_1_at_0", slope(a -> a.pow(1), 0))
              .agrees("X029/pow_2_at_0", slope(a -> a.pow(2), 0))
              .agrees("X029/pow_neg1_at_0", slope(a -> a.pow(-1), 0))
              .agrees("X029/pow_1_5_at_neg", slope(a -> a.pow(1.5), -1))
              .agrees("X029/xlogx_at_0", slope(a -> a.mul(a.log()), 0))
              .agrees("C127/xlogx", slope(a -> a.mul(a.log()), 0))
              .agrees("X029/where_guard", slope(Kinks::guardedResult, 0, 1))
              .agrees("C127/where_nan", slope(Kinks::guardedResult, 0, 1))
              .agrees("X029/where_double_guard", slope(Kinks::guardedArgument, 0, 1))
              .agrees("X029/zero_over_zero", slope(a -> a.div(a), 0))
              .agrees("C127/norm0", slope(a -> a.norm(2), 0, 0))
              .agrees("X031/norm2_at_0", slope(a -> a.norm(2), 0, 0))
              .agrees("X031/norm1_at_0", slope(a -> a.norm(1), 0, 0))
              .agrees("X031/var_of_equal", slope(Tensor::var, 1, 1))
              .agrees("X031/std_of_equal", slope(Tensor::std, 1, 1))
              .agrees("X031/var_of_one", slope(Tensor::var, 1))
              .warning(
"""
var: the divisor n − 1 is not positive for n = 1, and the result not finite
  given  [1]\
""")
              .agrees("X031/std_of_one", slope(Tensor::std, 1))
              .warning(
"""
std: the divisor n − 1 is not positive for n = 1, and the result not finite
  given  [1]\
""")
              .agrees("C127/std1", slope(Tensor::std, 1))
              .warning(
"""
std: the divisor n − 1 is not positive for n = 1, and the result not finite
  given  [1]\
""")
              .agrees("X031/logsumexp_neg_inf", slope(a -> a.logSumExp(0), -INFINITY, 0))
              .agrees("X031/logsumexp_pos_inf", slope(a -> a.logSumExp(0), INFINITY, 0))
              .agrees(
                  "X030",
                  () -> {
                    Tensor base = leaf(0, 2, 0);
                    Tensor exponent = leaf(0, 0, 1);
                    base.pow(exponent).sum().backward();
                    return List.of(Datum.list(base.grad()), Datum.list(exponent.grad()));
                  })
              .lacks("X029/tan_asin_at_1", "there is no asin")
              .lacks("X029/xlogy_at_0", "there is no xlogy"),
          // [proof->behavior~B79~1]
          Behavior.same(79, "products with zeros have their exact gradient")
              .agrees("X031/prod_one_zero", slope(Tensor::prod, 0, 2, 3))
              .agrees("C127/prod", slope(Tensor::prod, 0, 2, 3))
              .agrees("X031/prod_two_zeros", slope(Tensor::prod, 0, 0, 3))
              .agrees("C127/prod2", slope(Tensor::prod, 0, 0, 3)));

  private Kinks() {}

  /** Gradient of the sum of f(x) at a point. */
  private static Callable<Datum> slope(UnaryOperator<Tensor> f, double... x) {
    return () -> {
      Tensor a = leaf(x);
      f.apply(a).sum().backward();
      return Datum.list(a.grad());
    };
  }

  /** ln x where x is positive, else 0: the choice comes too late to keep NaN away. */
  private static Tensor guardedResult(Tensor x) {
    return Tensor.where(x.gt(ZERO), x.log(), ZERO);
  }

  /** The same, with an argument that is positive wherever it is not used. */
  private static Tensor guardedArgument(Tensor x) {
    Tensor positive = x.gt(ZERO);
    return Tensor.where(positive, Tensor.where(positive, x, Tensor.ones(1)).log(), ZERO);
  }
}

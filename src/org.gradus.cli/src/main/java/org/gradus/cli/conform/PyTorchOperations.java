package org.gradus.cli.conform;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;

/** The operations of Gradus under PyTorch's names. */
// [impl->cli~conform-operations~1]
final class PyTorchOperations {

  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Map<String, Function<Call, Computed>> TABLE = new LinkedHashMap<>();

  static {
    // Functions of one variable.
    one("neg", Tensor::neg);
    one("exp", Tensor::exp);
    one("log", Tensor::log);
    one("log1p", Tensor::log1p);
    one("expm1", Tensor::expm1);
    one("sqrt", Tensor::sqrt);
    one("abs", Tensor::abs);
    one("square", Tensor::square);
    one("reciprocal", Tensor::reciprocal);
    one("sin", Tensor::sin);
    one("cos", Tensor::cos);
    one("tanh", Tensor::tanh);
    one("sigmoid", Tensor::sigmoid);
    one("relu", Tensor::relu);
    one("rsqrt", Tensor::rsqrt);
    one("log2", Tensor::log2);
    one("log10", Tensor::log10);
    one("atan", Tensor::atan);
    one("silu", Tensor::silu);
    one("logsigmoid", Tensor::logSigmoid);
    one("sign", Tensor::sign);
    call("round", c -> c.withDefault("decimals", 0).x().round());
    one("floor", Tensor::floor);
    call("leaky_relu", c -> c.x().leakyRelu(c.number("negative_slope", 0.01)));
    call("elu", c -> c.x().elu(c.number("alpha", 1)));
    call("softplus", c -> c.x().softplus(c.number("beta", 1), c.number("threshold", 20)));
    call("gelu", PyTorchOperations::gelu);
    call("pow", c -> c.x().pow(c.attrs().number("exponent")));
    call("add_scalar", c -> c.x().add(c.attrs().number("value")));
    call("mul_scalar", c -> c.x().mul(c.attrs().number("value")));
    call("clamp", c -> c.x().clamp(c.number("min", -INFINITE), c.number("max", INFINITE)));

    // Two operands that broadcast.
    call("add", c -> c.withDefault("alpha", 1).x().add(c.y()));
    call("sub", c -> c.withDefault("alpha", 1).x().sub(c.y()));
    two("mul", Tensor::mul);
    two("div", Tensor::div);
    two("maximum", Tensor::maximum);
    two("minimum", Tensor::minimum);
    two("pow_tensor", Tensor::pow);
    two("atan2", Tensor::atan2);
    call("where", c -> Tensor.where(c.x(), c.y(), c.operand(2)));
    call("where_sqrt_trap", PyTorchOperations::whereSqrtTrap);

    // Products.
    two("matmul", Tensor::matmul);
    two("dot", Tensor::dot);
    two("mv", Tensor::mv);
    one("dot_self", x -> x.dot(x));

    // Views, pieces and joins.
    one("t", x -> x.ndim() < 2 ? x : x.t());
    call("transpose", Shaping::transpose);
    call("permute", c -> c.x().permute(Shaping.order(c)));
    call("reshape", c -> c.x().reshape(c.attrs().integers("shape")));
    call("reshape_of_transpose", Shaping::reshapeOfTranspose);
    call("squeeze", Shaping::squeeze);
    call("unsqueeze", c -> c.x().unsqueeze(c.axis()));
    call("expand", c -> c.x().expand(c.attrs().integers("shape")));
    call("flatten", Shaping::flatten);
    call("slice", Shaping::slice);
    call("select", c -> c.x().select(c.axis(), c.attrs().integer("index")));
    call("cat", c -> Shaping.cat(c.all(), c.attrs().integer("dim", 0)));
    call("cat_same", c -> Shaping.cat(List.of(c.x(), c.x()), c.attrs().integer("dim", 0)));
    call("stack", c -> Tensor.stack(c.all(), c.attrs().integer("dim", 0)));
    call("index_select", Shaping::indexSelect);
    call("gather", Shaping::gather);
    call("flip", c -> c.alongAxes(x -> x.flip(c.attrs().integers("dims"))));
    call("tril", c -> c.x().tril(c.attrs().integer("diagonal", 0)));
    call("triu", c -> c.x().triu(c.attrs().integer("diagonal", 0)));
    call("masked_fill", c -> Shaping.maskedFill(c, c.attrs().number("value")));
    call("getitem_rows", c -> c.x().index(c.indices(1)));

    // Folds of axes.
    call("sum", c -> c.alongAxes(x -> x.sum(c.axes(), c.keepsAxes())));
    call("mean", c -> c.alongAxes(x -> x.mean(c.axes(), c.keepsAxes())));
    call("var", c -> c.alongAxes(x -> x.var(c.axes(), c.correction(), c.keepsAxes())));
    call("std", c -> c.alongAxes(x -> x.std(c.axes(), c.correction(), c.keepsAxes())));
    call("amax", c -> c.alongAxes(x -> x.amax(c.axes(), c.keepsAxes())));
    call("logsumexp", c -> c.alongAxes(x -> x.logSumExp(c.axes(), c.keepsAxes())));
    call("norm", Folds::norm);
    call("prod", Folds::product);
    call("cumsum", c -> c.alongAxes(x -> x.cumsum(c.axis())));
    call("softmax", c -> c.alongAxes(x -> x.softmax(c.axis())));
    call("log_softmax", c -> c.alongAxes(x -> x.logSoftmax(c.axis())));
    one("max_all", Tensor::max);
    one("min_all", Tensor::min);
    full("max_dim", c -> Folds.extreme(c, (x, axis) -> x.max(axis)));
    full("min_dim", c -> Folds.extreme(c, (x, axis) -> x.min(axis)));
    call("argmax", c -> Folds.position(c, (x, axis) -> x.argmax(axis)));
    call("argmin", c -> Folds.position(c, (x, axis) -> x.argmin(axis)));

    // Losses.
    call("mse_loss", LossCalls::mse);
    call("l1_loss", LossCalls::l1);
    call("smooth_l1_loss", LossCalls::smoothL1);
    call("huber_loss", LossCalls::huber);
    call("nll_loss", LossCalls::nll);
    call("cross_entropy", LossCalls::crossEntropy);
    call("binary_cross_entropy", LossCalls::binary);
    call("binary_cross_entropy_with_logits", LossCalls::binaryWithLogits);
    call("kl_div", LossCalls::klDivergence);

    // Networks.
    call("linear", Networks::linear);
    call("conv2d", Networks::conv2d);
    full("max_pool2d", Networks::maxPool2d);
    call("avg_pool2d", Networks::avgPool2d);
    full("batch_norm", Networks::batchNorm);
    call("layer_norm", Networks::layerNorm);
    call("dropout", Networks::dropout);
    call("embedding", Networks::embedding);

    call("program", PyTorchOperations::program);
  }

  private PyTorchOperations() {}

  /**
   * Computes a call.
   *
   * @throws UnsupportedException if Gradus has no such operation, or it does not heed an operand or
   *     an attribute
   * @throws MalformedException if an operand or an attribute is missing, or of another kind
   */
  static Computed run(String name, Call call) {
    Computed computed = require(name).apply(call);
    Optional<String> unasked = call.unasked();
    if (unasked.isPresent()) {
      throw UnsupportedException.operation(name + ", " + unasked.get());
    }
    return computed;
  }

  /**
   * Finds an operation.
   *
   * @throws UnsupportedException if Gradus has no such operation
   */
  static Function<Call, Computed> require(String name) {
    Function<Call, Computed> function = TABLE.get(name);
    if (function == null) {
      throw UnsupportedException.operation(name);
    }
    return function;
  }

  private static void one(String name, UnaryOperator<Tensor> function) {
    call(name, c -> function.apply(c.x()));
  }

  private static void two(String name, BinaryOperator<Tensor> function) {
    call(name, c -> function.apply(c.x(), c.y()));
  }

  private static void call(String name, Function<Call, Tensor> function) {
    full(name, c -> Computed.of(function.apply(c)));
  }

  private static void full(String name, Function<Call, Computed> function) {
    TABLE.put(name, function);
  }

  private static Tensor gelu(Call c) {
    String approximate = c.attrs().text("approximate", "none");
    return switch (approximate) {
      case "none" -> c.x().gelu();
      case "tanh" -> c.x().geluByTanh();
      default -> throw UnsupportedException.operation("gelu, approximate = " + approximate);
    };
  }

  /** The gradient of the square root at 0 is infinite, and 0 times it is NaN. */
  private static Tensor whereSqrtTrap(Call c) {
    Tensor zero = Tensor.zeros(c.x().shape());
    return Tensor.where(c.x().detach().gt(zero), c.x().sqrt(), zero);
  }

  /** Runs steps in order; each has the names of its operands and that of its result. */
  private static Tensor program(Call c) {
    Map<String, Call.Operand> results = new HashMap<>();
    c.operands().forEach(operand -> results.put(operand.name(), operand));
    for (Fields step : c.attrs().objects("steps")) {
      List<Call.Operand> operands =
          step.texts("in").stream()
              .map(name -> result(step, "in", name, results))
              .map(found -> new Call.Operand("", found.kind(), found.tensor()))
              .toList();
      Computed computed = run(step.text("op"), new Call(operands, step.objectOrNone("attrs")));
      results.put(step.text("out"), new Call.Operand("", Literal.Kind.FLOAT64, computed.output()));
    }
    return result(c.attrs(), "output", c.attrs().text("output"), results).tensor();
  }

  private static Call.Operand result(
      Fields fields, String member, String name, Map<String, Call.Operand> results) {
    Call.Operand found = results.get(name);
    if (found == null) {
      throw MalformedException.of(
          fields.path(member), "it must name an input or the result of an earlier step", name);
    }
    return found;
  }
}

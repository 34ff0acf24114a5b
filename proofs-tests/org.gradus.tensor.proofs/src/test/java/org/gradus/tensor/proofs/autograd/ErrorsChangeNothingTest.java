package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.RunningStatistics;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Operation;
import org.junit.jupiter.api.Test;

/** A call that is refused leaves every operand as it was, bit for bit. */
// [proof->autograd~errors-change-nothing~1]
// [proof->behavior~B59~1]
class ErrorsChangeNothingTest {

  /** Operations that take one tensor of any shape, and nothing else: no call of them is refused. */
  private static final Set<String> NEVER_REFUSED =
      Set.of(
          "abs",
          "atan",
          "clamp",
          "clone",
          "cos",
          "elu",
          "erf",
          "exp",
          "expm1",
          "floor",
          "gelu",
          "geluByTanh",
          "leakyRelu",
          "log",
          "log10",
          "log1p",
          "log2",
          "logSigmoid",
          "neg",
          "pow-constant",
          "reciprocal",
          "relu",
          "round",
          "rsqrt",
          "sigmoid",
          "sign",
          "silu",
          "sin",
          "softplus",
          "sqrt",
          "square",
          "tanh");

  /** A call with bad operands or arguments, of the operation {@code id}. */
  private record Refused(String id, BiConsumer<Tensor, Tensor> call) {}

  /** Calls on x: [2, 3] and y: [4, 5]. */
  private static final List<Refused> CALLS =
      List.of(
          new Refused("add", Tensor::add),
          new Refused("sub", Tensor::sub),
          new Refused("mul", Tensor::mul),
          new Refused("div", Tensor::div),
          new Refused("pow", Tensor::pow),
          new Refused("maximum", Tensor::maximum),
          new Refused("atan2", Tensor::atan2),
          new Refused("minimum", Tensor::minimum),
          new Refused("where", (x, y) -> Tensor.where(x, x, y)),
          new Refused("where", (x, y) -> Tensor.where(y, x, x)),
          new Refused("matmul", Tensor::matmul),
          new Refused("mv", Tensor::mv),
          new Refused("dot", Tensor::dot),
          new Refused("sum", (x, y) -> x.sum(2)),
          new Refused("sum", (x, y) -> x.sum(0, 0)),
          new Refused("sumTo", (x, y) -> x.sumTo(2)),
          new Refused("mean", (x, y) -> x.mean(-3)),
          new Refused("var", (x, y) -> x.var(new int[] {0, -2}, 1, false)),
          new Refused("std", (x, y) -> x.std(new int[] {2}, 1, false)),
          new Refused("prod", (x, y) -> x.prod(2, false)),
          new Refused("norm", (x, y) -> x.norm(-1)),
          new Refused("norm", (x, y) -> x.norm(2, new int[] {1, 1}, false)),
          new Refused("logSumExp", (x, y) -> x.logSumExp(-3)),
          new Refused("amax", (x, y) -> x.slice(0, 0, 0).amax(0)),
          new Refused("amin", (x, y) -> x.amin(0, -2)),
          new Refused("softmax", (x, y) -> x.softmax(2)),
          new Refused("logSoftmax", (x, y) -> x.logSoftmax(-3)),
          new Refused("cumsum", (x, y) -> x.cumsum(2)),
          new Refused("max", (x, y) -> x.slice(0, 0, 0).max()),
          new Refused("max", (x, y) -> x.max(2)),
          new Refused("min", (x, y) -> x.slice(1, 3, 3).min(1)),
          new Refused("mse", Tensor::mse),
          new Refused("l1", Losses::l1),
          new Refused("smoothL1", (x, y) -> Losses.smoothL1(x, x, -1)),
          new Refused("huber", (x, y) -> Losses.huber(x, x, 0)),
          new Refused("normalLogDensity", (x, y) -> Losses.normalLogDensity(x, x, y)),
          new Refused("nll", (x, y) -> Losses.nll(x, IndexTensor.of(0, 3))),
          new Refused("crossEntropy", (x, y) -> Losses.crossEntropy(x, IndexTensor.of(0))),
          new Refused("crossEntropyOfProbabilities", Losses::crossEntropy),
          new Refused("binaryCrossEntropy", (x, y) -> Losses.binaryCrossEntropy(x, x)),
          new Refused("binaryCrossEntropyWithLogits", Losses::binaryCrossEntropyWithLogits),
          new Refused(
              "klDivergence", (x, y) -> Losses.klDivergence(x, y, LossReduction.BATCH_MEAN)),
          new Refused(
              "klDivergenceOfLogs", (x, y) -> Losses.klDivergenceOfLogs(x, y, LossReduction.SUM)),
          new Refused("reshape", (x, y) -> x.reshape(5)),
          new Refused("reshape", (x, y) -> x.expand(2, 2, 3).view(12)),
          new Refused("transpose", (x, y) -> x.transpose(0, 2)),
          new Refused("permute", (x, y) -> x.permute(0, 0)),
          new Refused("expand", (x, y) -> x.expand(4, 3)),
          new Refused("squeeze", (x, y) -> x.squeeze(2)),
          new Refused("unsqueeze", (x, y) -> x.unsqueeze(4)),
          new Refused("select", (x, y) -> x.select(0, 2)),
          new Refused("slice", (x, y) -> x.slice(0, 0, 2, 0)),
          new Refused("index", (x, y) -> x.index(IndexTensor.of(0, 2))),
          new Refused("gather", (x, y) -> x.gather(1, IndexTensor.of(0, 2))),
          new Refused(
              "gather", (x, y) -> x.gather(1, IndexTensor.of(new int[] {1, 1}, new int[] {3}))),
          new Refused("maskedFill", (x, y) -> x.maskedFill(y, 0)),
          new Refused("flip", (x, y) -> x.flip(0, 0)),
          new Refused("tril", (x, y) -> x.select(0, 0).tril()),
          new Refused("triu", (x, y) -> x.select(0, 0).triu()),
          new Refused("cat", (x, y) -> Tensor.cat(List.of(x, y), 0)),
          new Refused("stack", (x, y) -> Tensor.stack(List.of(x, y), 0)),
          new Refused("linear", (x, y) -> Layers.linear(x, y)),
          new Refused("linear", (x, y) -> Layers.linear(x, x, y)),
          new Refused("conv2d", (x, y) -> Layers.conv2d(x, y)),
          new Refused("maxPool2d", (x, y) -> Layers.maxPool2d(x.unsqueeze(0), Window.of(3))),
          new Refused("avgPool2d", (x, y) -> Layers.avgPool2d(y, Window.of(2))),
          new Refused(
              "batchNorm",
              (x, y) ->
                  Layers.batchNorm(
                      x,
                      RunningStatistics.of(x.select(0, 0), y.select(0, 0)),
                      true,
                      Normalization.standard())),
          new Refused(
              "batchNorm",
              (x, y) -> Layers.batchNorm(x.slice(0, 0, 1), Normalization.standard().bias(y))),
          new Refused("layerNorm", (x, y) -> Layers.layerNorm(x, y.shape())),
          new Refused("dropout", (x, y) -> Layers.dropout(x, -0.5, true, new Random(1))),
          new Refused("embedding", (x, y) -> Layers.embedding(IndexTensor.of(0, 4), y)),
          new Refused("eq", Tensor::eq),
          new Refused("argmax", (x, y) -> x.argmax(2)),
          new Refused("add_", Tensor::add_),
          new Refused("sub_", Tensor::sub_),
          new Refused("mul_", Tensor::mul_),
          new Refused("div_", Tensor::div_),
          new Refused("copy_", Tensor::copy_),
          new Refused("uniform_", (x, y) -> x.uniform_(1, 0, new Random(1))),
          new Refused("normal_", (x, y) -> x.normal_(0, -1, new Random(1))),
          new Refused("fill_", (x, y) -> x.unsqueeze(0).expand(2, 2, 3).fill_(1)),
          new Refused("at", (x, y) -> x.at(0, 3)),
          new Refused("item", (x, y) -> x.item()),
          new Refused("t", (x, y) -> x.select(0, 0).t()),
          new Refused("backward", (x, y) -> x.backward()),
          new Refused("backward", (x, y) -> x.backward(y)));

  /** Changes in place that are refused where the target is a leaf that requires a gradient. */
  private static final List<Refused> RECORDED_ON_A_LEAF =
      List.of(
          new Refused("add_", (x, y) -> x.add_(x.detach())),
          new Refused("sub_ number", (x, y) -> x.sub_(1)),
          new Refused("mul_", (x, y) -> x.mul_(Tensor.ones(3))),
          new Refused("div_ number", (x, y) -> x.div_(2)),
          new Refused("clamp_", (x, y) -> x.clamp_(0, 1)),
          new Refused("relu_", (x, y) -> x.relu_()),
          new Refused("exp_", (x, y) -> x.exp_()),
          new Refused("zero_", (x, y) -> x.zero_()),
          new Refused("fill_", (x, y) -> x.fill_(1)),
          new Refused("copy_ into a view", (x, y) -> x.select(0, 0).copy_(Tensor.ones(3))),
          new Refused("uniform_", (x, y) -> x.uniform_(0, 1, new Random(1))),
          new Refused("normal_ of a view", (x, y) -> x.t().normal_(0, 1, new Random(1))));

  @Test
  void everyOperationIsRefusedSomewhereOrTakesEverything() {
    Set<String> known =
        Catalogue.operations().stream()
            .map(Operation::id)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> covered = CALLS.stream().map(Refused::id).collect(Collectors.toSet());
    known.removeAll(covered);
    assertThat(known).isEqualTo(new TreeSet<>(NEVER_REFUSED));
  }

  @Test
  void refusedCallChangesNoOperand() {
    int refused = 0;
    for (Refused one : CALLS) {
      for (Kind left : Kind.values()) {
        for (Kind right : Kind.values()) {
          unchanged(one, left.tensor(2, 3), right.tensor(4, 5));
          refused++;
        }
      }
    }
    assertThat(refused).isEqualTo(CALLS.size() * Kind.values().length * Kind.values().length);
  }

  @Test
  void changeRefusedOnALeafChangesNothing() {
    for (Refused one : RECORDED_ON_A_LEAF) {
      unchanged(one, Kind.LEAF.tensor(2, 3), Kind.CONSTANT.tensor(4, 5));
      unchanged(one, Kind.WITH_GRADIENT.tensor(2, 3), Kind.CONSTANT.tensor(4, 5));
    }
  }

  @Test
  void walkThatIsRefusedChangesNothing() {
    Tensor a = Kind.WITH_GRADIENT.tensor(2, 3);
    Tensor b = Kind.LEAF.tensor(2, 3);
    Tensor spoiled = b.mul(1);
    Tensor loss = a.mul(2).add(spoiled.square()).sum();
    spoiled.detach().zero_();
    List<State> before = List.of(State.of(a), State.of(b), State.of(spoiled), State.of(loss));
    assertThatThrownBy(() -> loss.backward()).isInstanceOf(RuntimeException.class);
    assertThat(List.of(State.of(a), State.of(b), State.of(spoiled), State.of(loss)))
        .isEqualTo(before);
  }

  private static void unchanged(Refused one, Tensor x, Tensor y) {
    List<State> before = List.of(State.of(x), State.of(y));
    assertThatThrownBy(() -> one.call().accept(x, y))
        .as(one.id())
        .isInstanceOf(RuntimeException.class)
        .hasMessageContaining(":");
    assertThat(List.of(State.of(x), State.of(y))).as(one.id()).isEqualTo(before);
  }

  /** What a tensor may be to the graph. */
  private enum Kind {
    CONSTANT,
    LEAF,
    WITH_GRADIENT,
    RESULT,
    VIEW;

    Tensor tensor(int... shape) {
      Tensor values = Tensor.randn(new Random(1), shape);
      return switch (this) {
        case CONSTANT -> values;
        case LEAF -> values.requiresGrad_();
        case WITH_GRADIENT -> {
          values.requiresGrad_();
          values.square().sum().backward();
          yield values;
        }
        case RESULT -> values.requiresGrad_().mul(2);
        case VIEW -> values.t().clone().requiresGrad_().mul(2).t();
      };
    }
  }
}

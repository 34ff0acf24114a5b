package org.gradus.cli.conform;

import java.util.Arrays;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;

/**
 * Losses as PyTorch calls them.
 *
 * <p>PyTorch broadcasts prediction and target, with a warning; Gradus does not, so they are
 * expanded first.
 */
final class LossCalls {

  private static final int IGNORED = -100;

  private LossCalls() {}

  static Tensor mse(Call c) {
    return Losses.mse(prediction(c), target(c), reduction(c));
  }

  static Tensor l1(Call c) {
    return Losses.l1(prediction(c), target(c), reduction(c));
  }

  static Tensor smoothL1(Call c) {
    return Losses.smoothL1(prediction(c), target(c), c.number("beta", 1), reduction(c));
  }

  static Tensor huber(Call c) {
    return Losses.huber(prediction(c), target(c), c.number("delta", 1), reduction(c));
  }

  static Tensor klDivergence(Call c) {
    return c.attrs().flag("log_target", false)
        ? Losses.klDivergenceOfLogs(prediction(c), target(c), reduction(c))
        : Losses.klDivergence(prediction(c), target(c), reduction(c));
  }

  static Tensor nll(Call c) {
    return Losses.nll(c.x(), c.indices(1), classes(c), reduction(c));
  }

  /** A target of the shape of the logits holds probabilities, as in PyTorch. */
  static Tensor crossEntropy(Call c) {
    return Arrays.equals(c.x().shape(), c.y().shape())
        ? Losses.crossEntropy(c.x(), c.y(), classes(c), reduction(c))
        : Losses.crossEntropy(c.x(), c.indices(1), classes(c), reduction(c));
  }

  static Tensor binary(Call c) {
    return Losses.binaryCrossEntropy(c.x(), c.y(), weights(c), reduction(c));
  }

  static Tensor binaryWithLogits(Call c) {
    return Losses.binaryCrossEntropyWithLogits(c.x(), c.y(), weights(c), reduction(c));
  }

  private static BinaryOptions weights(Call c) {
    return new BinaryOptions(c.optional("weight", 2), c.optional("pos_weight", 3));
  }

  private static ClassOptions classes(Call c) {
    return new ClassOptions(
        c.optional("weight", 2),
        c.attrs().integer("ignore_index", IGNORED),
        c.number("label_smoothing", 0));
  }

  private static LossReduction reduction(Call c) {
    String name = c.attrs().text("reduction", "mean");
    return switch (name) {
      case "none" -> LossReduction.NONE;
      case "mean" -> LossReduction.MEAN;
      case "sum" -> LossReduction.SUM;
      case "batchmean" -> LossReduction.BATCH_MEAN;
      default ->
          throw MalformedException.of(
              c.attrs().path("reduction"), "it must be none, mean, sum or batchmean", name);
    };
  }

  private static Tensor prediction(Call c) {
    return expanded(c.x(), c.y());
  }

  private static Tensor target(Call c) {
    return expanded(c.y(), c.x());
  }

  private static Tensor expanded(Tensor a, Tensor b) {
    return Arrays.equals(a.shape(), b.shape()) ? a : a.expand(a.detach().add(b.detach()).shape());
  }
}

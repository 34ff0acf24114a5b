package org.gradus.tensor.proofs.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.proofs.tensor.SmallShapes;
import org.gradus.tensor.proofs.tensor.ViewSteps;

/** Whenever a message asks "did you mean", what it means works. */
// [proof->tensor~remedies~1]
class RemedyProperties {
  private static final Pattern OFFER = Pattern.compile("\ndid you mean (.*)\\?$");
  private static final Pattern RESHAPED = Pattern.compile("(\\w+)\\.(unsqueeze|reshape)\\((.*)\\)");
  private static final Pattern PRODUCT =
      Pattern.compile("(\\w+)(\\.t\\(\\))?\\.matmul\\((\\w+)(\\.t\\(\\))?\\)");

  private static final List<BinaryOperator<Tensor>> CALLS =
      List.of(
          Tensor::add,
          Tensor::matmul,
          Tensor::mv,
          Tensor::dot,
          Tensor::mse,
          (a, b) -> Losses.huber(a, b, 1, LossReduction.SUM),
          RemedyProperties::weighted,
          Tensor::maximum,
          Tensor::atan2,
          Tensor::eq,
          Tensor::add_,
          Tensor::copy_,
          (a, b) -> Tensor.stack(List.of(a, b), 0),
          (a, b) -> Tensor.cat(List.of(a, b), 0),
          (a, b) -> Tensor.where(a, a, b));

  @Example
  void everyOfferForEveryPairOfSmallShapesWorks() {
    AtomicInteger offers = new AtomicInteger();
    for (int[] left : SmallShapes.all()) {
      for (int[] right : SmallShapes.all()) {
        for (BinaryOperator<Tensor> call : CALLS) {
          offers.addAndGet(tried(call, left, right));
        }
      }
    }
    assertThat(offers.get()).isGreaterThan(3000);
  }

  @Property(tries = 1000)
  void everyOfferForRandomShapesWorks(@ForAll("shapes") int[] left, @ForAll("shapes") int[] right) {
    for (BinaryOperator<Tensor> call : CALLS) {
      tried(call, left, right);
    }
  }

  @Provide
  Arbitrary<int[]> shapes() {
    return ViewSteps.shapes();
  }

  private static Tensor weighted(Tensor a, Tensor b) {
    BinaryOptions options = BinaryOptions.standard().weights(b);
    return Losses.binaryCrossEntropyWithLogits(a, a, options, LossReduction.SUM);
  }

  /** Number of offers made, each of which was tried. */
  private static int tried(BinaryOperator<Tensor> call, int[] left, int[] right) {
    Tensor a = Tensor.zeros(left).named("a");
    Tensor b = Tensor.zeros(right).named("b");
    String message;
    try {
      call.apply(a, b);
      return 0;
    } catch (ShapeException refused) {
      message = refused.getMessage();
    } catch (IndexOutOfBoundsException noAxis) {
      return 0;
    }
    List<String> offers =
        OFFER
            .matcher(message)
            .results()
            .flatMap(match -> Arrays.stream(match.group(1).split(" or ")))
            .toList();
    offers.forEach(offer -> run(offer, call, a, b));
    return offers.size();
  }

  private static void run(String offer, BinaryOperator<Tensor> call, Tensor a, Tensor b) {
    Optional<MatchResult> product = PRODUCT.matcher(offer).results().findFirst();
    if (product.isPresent()) {
      Tensor left = product.get().group(1).equals("a") ? a : b;
      Tensor right = product.get().group(3).equals("a") ? a : b;
      boolean turnLeft = product.get().group(2) != null;
      boolean turnRight = product.get().group(4) != null;
      (turnLeft ? left.t() : left).matmul(turnRight ? right.t() : right);
    } else {
      repeat(RESHAPED.matcher(offer).results().findFirst().orElseThrow(), call, a, b);
    }
  }

  private static void repeat(MatchResult match, BinaryOperator<Tensor> call, Tensor a, Tensor b) {
    int[] numbers =
        Arrays.stream(match.group(3).split(", "))
            .filter(word -> !word.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    Tensor old = match.group(1).equals("a") ? a : b;
    Tensor changed =
        match.group(2).equals("reshape") ? old.reshape(numbers) : old.unsqueeze(numbers[0]);
    call.apply(old == a ? changed : a, old == b ? changed : b);
  }
}

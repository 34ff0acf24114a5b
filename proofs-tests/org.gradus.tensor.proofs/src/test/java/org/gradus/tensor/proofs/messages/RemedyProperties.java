package org.gradus.tensor.proofs.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

/**
 * Whenever a message asks "did you mean", what it means works, and it asks for two things at most.
 */
// [proof->tensor~remedies~2]
class RemedyProperties {
  private static final int MOST = 2;

  /**
   * A call that may be refused.
   *
   * @param title name of the method
   * @param names names of the operands
   * @param function the call
   * @param broadcasts whether the shape of the result is that which all operands broadcast to
   */
  private record Call(
      String title,
      List<String> names,
      Function<List<Tensor>, Tensor> function,
      boolean broadcasts) {

    static Call broadcasting(String title, Two function) {
      return of(title, function, true);
    }

    static Call of(String title, Two function) {
      return of(title, function, false);
    }

    private static Call of(String title, Two function, boolean broadcasts) {
      return new Call(title, List.of("a", "b"), x -> function.of(x.get(0), x.get(1)), broadcasts);
    }
  }

  private interface Two {
    Tensor of(Tensor a, Tensor b);
  }

  private static final List<Call> PAIRS =
      List.of(
          Call.broadcasting("add", Tensor::add),
          Call.broadcasting("sub", Tensor::sub),
          Call.broadcasting("mul", Tensor::mul),
          Call.broadcasting("div", Tensor::div),
          Call.broadcasting("pow", Tensor::pow),
          Call.broadcasting("maximum", Tensor::maximum),
          Call.broadcasting("minimum", Tensor::minimum),
          Call.broadcasting("atan2", Tensor::atan2),
          Call.broadcasting("eq", Tensor::eq),
          Call.broadcasting("ne", Tensor::ne),
          Call.broadcasting("lt", Tensor::lt),
          Call.broadcasting("le", Tensor::le),
          Call.broadcasting("gt", Tensor::gt),
          Call.broadcasting("ge", Tensor::ge),
          Call.broadcasting("maskedFill", (a, b) -> a.maskedFill(b, 1)),
          Call.of("add_", Tensor::add_),
          Call.of("sub_", Tensor::sub_),
          Call.of("mul_", Tensor::mul_),
          Call.of("div_", Tensor::div_),
          Call.of("copy_", Tensor::copy_),
          Call.of("mse", Tensor::mse),
          Call.of("huber", (a, b) -> Losses.huber(a, b, 1, LossReduction.SUM)),
          Call.of("weights", RemedyProperties::weighted),
          Call.of("matmul", Tensor::matmul),
          Call.of("mv", Tensor::mv),
          Call.of("dot", Tensor::dot),
          Call.of("stack", (a, b) -> Tensor.stack(List.of(a, b), 0)),
          Call.of("cat", (a, b) -> Tensor.cat(List.of(a, b), 0)));

  private static final Call WHERE =
      new Call(
          "where", List.of("c", "a", "b"), x -> Tensor.where(x.get(0), x.get(1), x.get(2)), true);

  private static final Call DENSITY =
      new Call(
          "normalLogDensity",
          List.of("x", "m", "s"),
          x -> Losses.normalLogDensity(x.get(0), x.get(1), x.get(2)),
          true);

  @Provide
  Arbitrary<int[]> shapes() {
    return ViewSteps.shapes();
  }

  private static Tensor weighted(Tensor a, Tensor b) {
    BinaryOptions options = BinaryOptions.standard().weights(b);
    return Losses.binaryCrossEntropyWithLogits(a, a, options, LossReduction.SUM);
  }

  @Example
  void everyOfferForEveryPairOfSmallShapesWorks() {
    Map<String, Integer> offers = new HashMap<>();
    for (int[] left : SmallShapes.all()) {
      for (int[] right : SmallShapes.all()) {
        for (Call call : PAIRS) {
          offers.merge(call.title(), tried(call, left, right), Integer::sum);
        }
      }
    }
    assertThat(offers.get("cat")).isZero();
    offers.remove("cat");
    assertThat(offers.values()).allMatch(count -> count > 20);
    assertThat(offers.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(3000);
  }

  @Property(tries = 1000)
  void everyOfferForRandomShapesWorks(
      @ForAll("shapes") int[] first,
      @ForAll("shapes") int[] second,
      @ForAll("shapes") int[] third) {
    for (Call call : PAIRS) {
      tried(call, first, second);
    }
    tried(WHERE, first, second, third);
    tried(DENSITY, first, second, third);
  }

  @Example
  void everyOfferForTheOperandsOfAChoiceWorks() {
    int offers = 0;
    List<int[]> few = SmallShapes.all().stream().filter(shape -> shape.length <= 2).toList();
    for (int[] condition : few) {
      for (int[] a : few) {
        for (int[] b : few) {
          offers += tried(WHERE, condition, a, b);
        }
      }
    }
    assertThat(offers).isGreaterThan(500);
  }

  /** Number of offers made, each of which was tried. */
  private static int tried(Call call, int[]... shapes) {
    Map<String, Tensor> operands = new HashMap<>();
    List<Tensor> arguments = new ArrayList<>();
    for (int i = 0; i < shapes.length; i++) {
      Tensor x = Tensor.zeros(shapes[i]).named(call.names().get(i));
      arguments.add(x);
      operands.put(call.names().get(i), x);
    }
    String message;
    try {
      call.function().apply(arguments);
      return 0;
    } catch (ShapeException refused) {
      message = refused.getMessage();
    } catch (IndexOutOfBoundsException noAxis) {
      return 0;
    }
    List<Offer> offers = Offer.of(message);
    assertThat(offers).as(message).hasSizeLessThanOrEqualTo(MOST).doesNotHaveDuplicates();
    for (Offer offer : offers) {
      Tensor result = offer.run(operands);
      if (!offer.isWhole(operands)) {
        int changed = call.names().indexOf(offer.operand());
        List<Tensor> others = new ArrayList<>(arguments);
        others.set(changed, result);
        call.function().apply(others);
      }
    }
    if (call.broadcasts() && offers.isEmpty()) {
      helpless(call, arguments, message);
    }
    return offers.size();
  }

  /** Where nothing is offered, no operand fits with an axis of length one behind, or transposed. */
  private static void helpless(Call call, List<Tensor> arguments, String message) {
    for (int i = 0; i < arguments.size(); i++) {
      Tensor x = arguments.get(i);
      List<Tensor> ways = new ArrayList<>();
      int rank = arguments.stream().mapToInt(Tensor::ndim).max().orElse(0);
      for (Tensor longer = x; longer.ndim() < rank; ) {
        longer = longer.unsqueeze(longer.ndim());
        ways.add(longer);
      }
      if (x.ndim() > 1) {
        ways.add(x.transpose(-1, -2));
      }
      for (Tensor way : ways) {
        List<Tensor> changed = new ArrayList<>(arguments);
        changed.set(i, way);
        boolean works = true;
        try {
          call.function().apply(changed);
        } catch (ShapeException refused) {
          works = false;
        }
        assertThat(works).as("%s%nmissed %s", message, way.signature()).isFalse();
      }
    }
  }

  @Example
  void noProductThatWorksIsMissed() {
    int missing = 0;
    for (int[] left : SmallShapes.all()) {
      for (int[] right : SmallShapes.all()) {
        if (left.length == 0 || right.length == 0 || works(left, right)) {
          continue;
        }
        boolean helped =
            works(right, left)
                || left.length > 1 && works(turned(left), right)
                || right.length > 1 && works(left, turned(right));
        boolean offered = tried(PAIRS.get(matmul()), left, right) > 0;
        assertThat(offered).isEqualTo(helped);
        missing += offered ? 0 : 1;
      }
    }
    assertThat(missing).isPositive();
  }

  private static int matmul() {
    return PAIRS.stream().map(Call::title).toList().indexOf("matmul");
  }

  private static boolean works(int[] left, int[] right) {
    try {
      Tensor.zeros(left).matmul(Tensor.zeros(right));
      return true;
    } catch (ShapeException refused) {
      return false;
    }
  }

  private static int[] turned(int[] shape) {
    return Tensor.zeros(shape).transpose(-1, -2).shape();
  }
}

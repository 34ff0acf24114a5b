package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Warnings;
import org.junit.jupiter.api.Test;

/** What is allowed, hardly ever meant, and warned of. */
class SuspicionTest {

  // [proof->tensor~grown-difference~1]
  @Test
  void columnLessNumbersWarnsOfEveryPair() throws Exception {
    Tensor prediction = Tensor.ones(3, 1).named("prediction");
    Tensor target = Tensor.of(1, 2, 3).named("target");
    assertThat(heard(() -> prediction.sub(target)))
        .containsExactly(
            """
            sub: 3 and 3 numbers have 9 differences, one for each pair
              left    prediction : [3, 1]
              right   target : [3]
              result  [3, 3]
            did you mean target.unsqueeze(1)? if every pair is meant, write target.unsqueeze(0)\
            """);
    assertThat(prediction.sub(target.unsqueeze(1)).shape()).containsExactly(3, 1);
  }

  // [proof->tensor~grown-difference~1]
  @Test
  void numbersLessColumnWarnsToo() throws Exception {
    assertThat(heard(() -> Tensor.of(1, 2).sub(Tensor.ones(2, 1))))
        .containsExactly(
            """
            sub: 2 and 2 numbers have 4 differences, one for each pair
              left    [2]
              right   [2, 1]
              result  [2, 2]
            did you mean left.unsqueeze(1)? if every pair is meant, write left.unsqueeze(0)\
            """);
  }

  // [proof->tensor~grown-difference~1]
  @Test
  void whatIsMeantDoesNotWarn() throws Exception {
    Tensor column = Tensor.ones(3, 1);
    Tensor row = Tensor.of(1, 2, 3);
    assertThat(heard(() -> column.sub(row.unsqueeze(0)))).isEmpty();
    assertThat(heard(() -> row.sub(row))).isEmpty();
    assertThat(heard(() -> row.sub(1))).isEmpty();
    assertThat(heard(() -> Tensor.ones(1, 1).sub(Tensor.ones(1)))).isEmpty();
    assertThat(heard(() -> Tensor.ones(1).sub(Tensor.scalar(1)))).isEmpty();
    assertThat(heard(() -> column.sub(Tensor.of(1, 2)))).isEmpty();
    assertThat(heard(() -> Tensor.ones(3, 2).sub(Tensor.of(1, 2)))).isEmpty();
    assertThat(heard(() -> column.add(row))).isEmpty();
  }

  // [proof->tensor~variance-of-too-few~1]
  @Test
  void varianceOfOneNumberWarns() throws Exception {
    assertThat(heard(() -> Tensor.of(3).named("x").var()))
        .containsExactly(
            """
            var: the divisor n − 1 is not positive for n = 1, and the result not finite
              given  x : [1]\
            """);
    assertThat(heard(() -> Tensor.of(3).named("x").std()))
        .containsExactly(
            """
            std: the divisor n − 1 is not positive for n = 1, and the result not finite
              given  x : [1]\
            """);
    assertThat(heard(() -> Tensor.ones(5, 1).var(new int[] {1}, 1, false))).hasSize(1);
    assertThat(heard(() -> Tensor.ones(0).var())).hasSize(1);
  }

  // [proof->tensor~variance-of-too-few~1]
  @Test
  void varianceOfEnoughDoesNotWarn() throws Exception {
    assertThat(heard(() -> Tensor.of(3, 4).var())).isEmpty();
    assertThat(heard(() -> Tensor.of(3, 4).std())).isEmpty();
    assertThat(heard(() -> Tensor.ones(0).var(new int[] {0}, 0, false))).isEmpty();
    assertThat(heard(() -> Tensor.of(3).var(new int[] {0}, 0, false))).isEmpty();
    assertThat(heard(() -> Tensor.ones(5, 1).var(new int[] {0}, 1, false))).isEmpty();
  }

  // [proof->tensor~all-ignored~1]
  @Test
  void meanLossOfIgnoredClassesAloneWarns() throws Exception {
    Tensor x = Tensor.zeros(2, 3);
    IndexTensor ignored = IndexTensor.of(-100, -100);
    assertThat(heard(() -> Losses.crossEntropy(x, ignored).tensor()))
        .containsExactly(
            """
            crossEntropy: every sample is left out, and the mean of none is NaN
              classes  [2], all -100\
            """);
    assertThat(heard(() -> Losses.nll(x, ignored).tensor())).hasSize(1);
    ClassOptions second = ClassOptions.standard().ignoring(1);
    IndexTensor ones = IndexTensor.of(1, 1);
    assertThat(heard(() -> Losses.nll(x, ones, second, LossReduction.MEAN))).hasSize(1);
    assertThat(heard(() -> Losses.nll(x, ones, second, LossReduction.SUM))).isEmpty();
    assertThat(heard(() -> Losses.crossEntropy(x, IndexTensor.of(-100, 0)).tensor())).isEmpty();
    assertThat(heard(() -> Losses.nll(Tensor.ones(0, 3), IndexTensor.of()).tensor())).isEmpty();
  }

  private static List<String> heard(Callable<Tensor> call) throws Exception {
    List<String> heard = new ArrayList<>();
    try (var listening = Warnings.to(heard::add)) {
      call.call();
    }
    return heard;
  }
}

package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.gradus.cli.conform.Conformance;
import org.gradus.cli.conform.Finding;
import org.gradus.cli.conform.Finding.Verdict;
import org.gradus.cli.conform.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PyTorch accepts beyond the sample, with results worked out by hand. */
// [proof->cli~conform-operations~1]
class ConformOperationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // A number has the axes 0 and −1.
        "sum | {\"dim\": -1, \"keepdim\": true} | [] | [5] | [] | [5]",
        "mean | {\"dim\": [0]} | [] | [5] | [] | [5]",
        "var | {\"dim\": null, \"correction\": 0} | [] | [5] | [] | [0]",
        "max_dim | {\"dim\": -1, \"keepdim\": true} | [] | [5] | [] | [5]",
        "argmax | {\"dim\": 0} | [] | [5] | [] | [0]",
        "argmin | {\"dim\": null, \"keepdim\": true} | [] | [5] | [] | [0]",
        "transpose | {\"dim0\": 0, \"dim1\": -1} | [] | [5] | [] | [5]",
        "squeeze | {\"dim\": -1} | [] | [5] | [] | [5]",
        "flatten | {} | [] | [5] | [1] | [5]",
        "t | {} | [] | [5] | [] | [5]",
        "softmax | {\"dim\": -1} | [] | [5] | [] | [1]",
        "log_softmax | {\"dim\": 0} | [] | [5] | [] | [0]",
        "logsumexp | {\"dim\": 0, \"keepdim\": true} | [] | [5] | [] | [5]",
        "cumsum | {\"dim\": -1} | [] | [5] | [] | [5]",
        "prod | {\"dim\": 0} | [] | [5] | [] | [5]",
        "amax | {\"dim\": [0]} | [] | [5] | [] | [5]",
        "std | {\"dim\": 0, \"correction\": 0} | [] | [5] | [] | [0]",
        "norm | {\"dim\": 0} | [] | [-5] | [] | [5]",
        "flip | {\"dims\": [-1]} | [] | [5] | [] | [5]",
        // Axes that count from the end, lists of axes, all axes.
        "sum | {\"dim\": [-1, 0]} | [2, 2] | [1, 2, 3, 4] | [] | [10]",
        "sum | {\"dim\": []} | [2, 2] | [1, 2, 3, 4] | [] | [10]",
        "sum | {} | [2, 2] | [1, 2, 3, 4] | [] | [10]",
        "mean | {\"dim\": null, \"keepdim\": true} | [2, 2] | [1, 2, 3, 4] | [1, 1] | [2.5]",
        "min_dim | {\"dim\": -2, \"keepdim\": true} | [2, 2] | [1, 4, 3, 2] | [1, 2] | [1, 2]",
        "argmin | {\"dim\": -1, \"keepdim\": true} | [2, 2] | [1, 4, 3, 2] | [2, 1] | [0, 1]",
        "argmax | {\"keepdim\": true} | [2, 2] | [1, 4, 3, 2] | [1, 1] | [1]",
        "permute | {\"dims\": [-1, 0]} | [2, 2] | [1, 2, 3, 4] | [2, 2] | [1, 3, 2, 4]",
        "squeeze | {\"dim\": [0, -1]} | [1, 2, 1] | [1, 2] | [2] | [1, 2]",
        "squeeze | {\"dim\": 1} | [1, 2, 1] | [1, 2] | [1, 2, 1] | [1, 2]",
        "squeeze | {} | [1, 2, 1] | [1, 2] | [2] | [1, 2]",
        "prod | {} | [2, 2] | [1, 2, 3, 4] | [] | [24]",
        "prod | {\"dim\": null, \"keepdim\": true} | [2, 2] | [1, 2, 3, 4] | [1, 1] | [24]",
        "round | {\"decimals\": 0} | [1] | [2.5] | [1] | [2]",
        "prod | {\"dim\": -1, \"keepdim\": true} | [2, 2] | [1, 2, 3, 4] | [2, 1] | [2, 12]",
        "norm | {} | [2] | [3, 4] | [] | [5]",
        "norm | {\"p\": \"Infinity\", \"dim\": [-1]} | [1, 2] | [3, -4] | [1] | [4]",
        "norm | {\"p\": 0} | [3] | [3, 0, 4] | [] | [2]",
        "tril | {} | [2, 2] | [1, 2, 3, 4] | [2, 2] | [1, 0, 3, 4]",
        "triu | {\"diagonal\": 1} | [2, 2] | [1, 2, 3, 4] | [2, 2] | [0, 2, 0, 0]",
        "gelu | {} | [1] | [0] | [1] | [0]",
        "softplus | {} | [1] | [21] | [1] | [21]",
        "leaky_relu | {} | [1] | [-100] | [1] | [-1]",
        "elu | {} | [1] | [\"-Infinity\"] | [1] | [-1]",
        // Pieces.
        "slice | {\"slices\": [[null, null, 2]]} | [5] | [0, 1, 2, 3, 4] | [3] | [0, 2, 4]",
        "slice | {\"slices\": [[-3, -1]]} | [5] | [0, 1, 2, 3, 4] | [2] | [2, 3]",
        "slice | {\"slices\": [null, [1, null, null]]} | [1, 3] | [0, 1, 2] | [1, 2] | [1, 2]",
        "slice | {\"slices\": [[4, 2, 1]]} | [5] | [0, 1, 2, 3, 4] | [0] | []",
        "select | {\"dim\": -1, \"index\": -2} | [1, 3] | [0, 1, 2] | [1] | [1]",
        "reshape_of_transpose | {\"shape\": [4]} | [2, 2] | [1, 2, 3, 4] | [4] | [1, 3, 2, 4]",
        "reshape_of_transpose | {} | [2, 2] | [1, 2, 3, 4] | [4] | [1, 3, 2, 4]",
        "cat_same | {\"dim\": 0} | [2] | [1, 2] | [4] | [1, 2, 1, 2]",
        "dot_self | {} | [2] | [1, 2] | [] | [5]",
        "where_sqrt_trap | {} | [3] | [-1, 0, 4] | [3] | [0, 0, 2]",
        // Bounds that are not given.
        "clamp | {\"min\": null, \"max\": 1} | [2] | [\"-Infinity\", 3] | [2] | [\"-Infinity\", 1]",
        "clamp | {\"min\": 1} | [2] | [\"Infinity\", -3] | [2] | [\"Infinity\", 1]"
      })
  void attributesMeanWhatTheyMeanInPyTorch(
      String op, String attrs, String shape, String data, String outShape, String out) {
    Finding finding =
        examine(
            """
            {"id": "x", "op": "%s", "attrs": %s, "inputs": [{"shape": %s, "data": %s}],\
             "grad_output": null, "output": {"shape": %s, "data": %s}, "grads": [null]}"""
                .formatted(op, attrs, shape, data, outShape, out));
    assertThat(finding.differences()).isEmpty();
    assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cat | {\"dim\": -1} | [0] | [] | [1, 2] | [3, 4] | [1, 2] | [3, 4]",
        "cat | {} | [1] | [1] | [2] | [3, 4] | [3] | [1, 3, 4]",
        "stack | {\"dim\": -1} | [2] | [1, 2] | [2] | [3, 4] | [2, 2] | [1, 3, 2, 4]",
        "index_select | {\"dim\": 0} | [] | [7] | [1] | [0] | [] | [7]",
        "index_select | {\"dim\": -1} | [1, 2] | [7, 8] | [] | [1] | [1, 1] | [8]",
        "index_select | {\"dim\": 0} | [] | [7] | [] | [0] | [] | [7]",
        "add | {\"alpha\": 1, \"out\": null} | [1] | [1] | [1] | [2] | [1] | [3]",
        "sub | {\"alpha\": 1, \"note\": \"text\"} | [1] | [1] | [1] | [2] | [1] | [-1]",
        "getitem_rows | {} | [3] | [5, 6, 7] | [2, 2] | [-1, 0, 0, -3] | [2, 2] | [7, 5, 5, 5]",
        "getitem_rows | {} | [2, 2] | [1, 2, 3, 4] | [] | [-1] | [2] | [3, 4]",
        "gather | {\"dim\": -1} | [] | [7] | [] | [0] | [] | [7]",
        "gather | {\"dim\": -1} | [1, 2] | [7, 8] | [1, 3] | [1, 0, 1] | [1, 3] | [8, 7, 8]",
        "masked_fill | {\"value\": 9} | [2] | [1, 2] | [2, 1] | [1, 0] | [2, 2] | [9, 9, 1, 2]",
        "mse_loss | {} | [2, 1] | [1, 2] | [2] | [1, 3] | [] | [1.5]",
        "l1_loss | {\"reduction\": \"sum\"} | [2] | [1, 2] | [2] | [1, 3] | [] | [1]",
        "smooth_l1_loss | {\"beta\": 0, \"reduction\": \"none\"} | [2] | [1, 2] | [2] | [1, 4] |"
            + " [2] | [0, 2]",
        "huber_loss | {} | [1] | [1] | [1] | [4] | [] | [2.5]",
        "nll_loss | {} | [2, 2] | [-1, -2, -3, -4] | [2] | [1, -100] | [] | [2]",
        "nll_loss | {\"ignore_index\": 1} | [2, 2] | [-1, -2, -3, -4] | [2] | [1, 0] | [] | [3]",
        "nll_loss | {} | [2] | [-1, -2] | [] | [1] | [] | [2]",
        "kl_div | {\"reduction\": \"batchmean\"} | [2, 1] | [-1, -2] | [2, 1] | [1, 1] | [] | [1.5]",
        "kl_div | {\"log_target\": true} | [2] | [-1, -2] | [2] | [0, 0] | [] | [1.5]",
        "linear | {} | [2] | [1, 2] | [2] | [3, 4] | [] | [11]",
        "linear | {} | [1, 2] | [1, 2] | [1, 2] | [3, 4] | [1, 1] | [11]",
        "conv2d | {\"padding\": \"same\"} | [1, 1, 3] | [1, 2, 3] | [1, 1, 1, 2] | [1, 1] |"
            + " [1, 1, 3] | [3, 5, 3]",
        "conv2d | {\"padding\": \"valid\", \"stride\": [1, 2]} | [1, 1, 3] | [1, 2, 3] |"
            + " [1, 1, 1, 1] | [2] | [1, 1, 2] | [2, 6]",
        "cross_entropy | {} | [1, 2] | [0, 0] | [1] | [-100] | [] | [\"NaN\"]",
        "cross_entropy | {\"reduction\": \"sum\"} | [2] | [0, 1000] | [2] | [1, 0] | [] | [1000]",
        "cross_entropy | {\"ignore_index\": 0} | [2, 2] | [0, 1000, 5, 5] | [2] | [1, 0] | [] | [0]",
        "add_scalar | {\"value\": 2} | [1] | [1] | [0] | [] | [1] | [3]",
        "mul_scalar | {\"value\": 2} | [1] | [1] | [0] | [] | [1] | [2]"
      })
  void twoOperandsMeanWhatTheyMeanInPyTorch(
      String op,
      String attrs,
      String shape,
      String data,
      String otherShape,
      String other,
      String outShape,
      String out) {
    String ends = op.endsWith("_scalar") ? "[\"a\"]" : "[\"a\", \"b\"]";
    Finding finding =
        examine(
            """
            {"id": "x", "op": "program", "attrs": {"steps": [{"op": "%s", "attrs": %s, "in": %s,\
             "out": "y"}], "output": "y"}, "inputs": [{"name": "a", "shape": %s, "data": %s},\
             {"name": "b", "shape": %s, "data": %s}], "grad_output": null,\
             "output": {"shape": %s, "data": %s}, "grads": [null, null]}"""
                .formatted(op, attrs, ends, shape, data, otherShape, other, outShape, out));
    assertThat(finding.differences()).isEmpty();
    assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "add | {\"alpha\": 2} | 2 | add, alpha = 2",
        "sub | {\"alpha\": 0.5} | 2 | sub, alpha = 0.5",
        "leaky_relu | {\"negativ_slope\": 0.5} | 1 | leaky_relu, negativ_slope = 0.5",
        "round | {\"decimals\": 2} | 1 | round, decimals = 2",
        "div | {\"rounding_mode\": \"floor\"} | 2 | div, rounding_mode = floor",
        "var | {\"unbiased\": false} | 1 | var, unbiased = false",
        "sum | {\"dims\": [0]} | 1 | sum, dims = [0]",
        "exp | {} | 2 | exp, input b",
        "mse_loss | {} | 3 | mse_loss, input c",
        "gelu | {\"approximate\": \"x\"} | 1 | gelu, approximate = x"
      })
  void whatIsNotHeededIsUnsupported(String op, String attrs, int operands, String what) {
    List<String> inputs =
        List.of("a", "b", "c").subList(0, operands).stream()
            .map("{\"name\": \"%s\", \"shape\": [1], \"data\": [1]}"::formatted)
            .toList();
    Finding finding =
        examine(
            """
            {"id": "x", "op": "%s", "attrs": %s, "inputs": %s, "grad_output": null,\
             "output": {"shape": [1], "data": [1]}, "grads": %s}"""
                .formatted(op, attrs, inputs, Collections.nCopies(operands, "null")));
    assertThat(finding.verdict()).isEqualTo(Verdict.UNSUPPORTED);
    assertThat(finding.reason()).hasValue("there is no operation " + what);
  }

  @Test
  void aStepHeedsWhatItIsPassedToo() {
    Finding finding =
        examine(
            """
            {"id": "x", "op": "program", "attrs": {"steps": [{"op": "exp", "in": ["a", "a"],\
             "out": "y"}], "output": "y"}, "inputs": [{"name": "a", "shape": [1], "data": [0]}],\
             "grad_output": null, "output": {"shape": [1], "data": [1]}, "grads": [null]}""");
    assertThat(finding.reason()).hasValue("there is no operation exp, input 1");
  }

  @Test
  void aMaskIsNoIndex() {
    Finding finding =
        examine(
            """
            {"id": "x", "op": "getitem_rows", "attrs": {}, "inputs": [{"shape": [2], "data": [5, 6]},\
             {"shape": [2], "data": [true, false], "dtype": "bool"}],\
             "grad_output": null, "output": {"shape": [1], "data": [5]}, "grads": [null, null]}""");
    assertThat(finding.verdict()).isEqualTo(Verdict.UNSUPPORTED);
    assertThat(finding.reason()).hasValue("an index must not be of bool");
  }

  private static Finding examine(String line) {
    return Conformance.within(Tolerances.bundled()).examine(line);
  }
}

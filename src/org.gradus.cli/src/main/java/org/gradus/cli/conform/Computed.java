package org.gradus.cli.conform;

import java.util.Map;
import org.gradus.tensor.Tensor;

/**
 * What Gradus has computed for a call.
 *
 * @param output the result
 * @param extras further results by PyTorch's names
 */
record Computed(Tensor output, Map<String, Tensor> extras) {

  static Computed of(Tensor output) {
    return new Computed(output, Map.of());
  }

  static Computed withIndices(Tensor output, Tensor indices) {
    return new Computed(output, Map.of("indices", indices));
  }
}

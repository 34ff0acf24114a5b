package org.gradus.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.tensor.Tensor;

/**
 * What steps have left behind, sorted by parameter.
 *
 * @param memories what each parameter had, in order, with its count of steps under that name
 */
// [impl->learn~optimizer-state~1]
record OptimizerState(List<Map<String, Tensor>> memories) {

  /**
   * Sort a state.
   *
   * @throws IllegalArgumentException if it does not belong to such parameters
   */
  static OptimizerState of(Map<String, Tensor> state, List<Tensor> parameters) {
    List<Map<String, Tensor>> memories = new ArrayList<>();
    parameters.forEach(any -> memories.add(new LinkedHashMap<>()));
    List<String> faults = new ArrayList<>();
    state.forEach(
        (name, tensor) -> {
          int dot = name.indexOf('.');
          int number = dot < 0 ? -1 : number(name.substring(0, dot));
          if (number < 0 || number >= parameters.size()) {
            faults.add("\n  unexpected  " + name);
            return;
          }
          String own = name.substring(dot + 1);
          fault(name, own, tensor, parameters.get(number)).ifPresent(faults::add);
          memories.get(number).put(own, tensor.detach().clone());
        });
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "optimizer.load: the state must be that of %d parameters of these shapes"
                  .formatted(parameters.size())
              + String.join("", faults)
              + "\nnothing was loaded");
    }
    return new OptimizerState(memories);
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }

  private static Optional<String> fault(String name, String own, Tensor tensor, Tensor parameter) {
    if (own.equals(Optimizer.STEP)) {
      return tensor.numel() == 1 && tensor.item() >= 0 && tensor.item() == (long) tensor.item()
          ? Optional.empty()
          : Optional.of("\n  no count    " + name);
    }
    return Arrays.equals(tensor.shape(), parameter.shape())
        ? Optional.empty()
        : Optional.of(
            "\n  shape       %s : %s, and the parameter has %s"
                .formatted(
                    name, Arrays.toString(tensor.shape()), Arrays.toString(parameter.shape())));
  }

  /** Return the tensors of a parameter by name. */
  Map<String, Tensor> tensors(int parameter) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(memories.get(parameter));
    tensors.remove(Optimizer.STEP);
    return tensors;
  }

  /** Return the steps of a parameter, a count; 0 where none were counted. */
  long steps(int parameter) {
    Tensor steps = memories.get(parameter).get(Optimizer.STEP);
    return steps == null ? 0 : (long) steps.item();
  }
}

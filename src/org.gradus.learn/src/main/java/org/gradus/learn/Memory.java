package org.gradus.learn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gradus.tensor.Tensor;

/** What an optimizer remembers of one parameter from step to step: how many, and named tensors. */
// [impl->learn~optimizer~1]
public final class Memory {

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private long steps;

  /** Remember nothing yet. */
  public Memory() {}

  /** Count one more step, and return the number of steps so far, this one included. */
  public long countStep() {
    return ++steps;
  }

  /** Return the number of steps that were counted. */
  public long steps() {
    return steps;
  }

  /** Find what was remembered under a name. */
  public Optional<Tensor> recall(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /** Find what was remembered under a name; at first zeros of the shape of a parameter. */
  public Tensor recallOrZeros(String name, Tensor parameter) {
    return recallOr(name, () -> Tensor.zeros(parameter.shape()));
  }

  /** Find what was remembered under a name; at first what is made, which is then remembered. */
  public Tensor recallOr(String name, Supplier<Tensor> first) {
    return tensors.computeIfAbsent(name, any -> first.get());
  }

  /** Remember a tensor, which later steps may change in place. */
  public void remember(String name, Tensor tensor) {
    tensors.put(name, tensor);
  }

  /** Map the names of what is remembered to it. */
  Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /** Remember another past instead of this. */
  void replace(Map<String, Tensor> others, long count) {
    tensors.clear();
    tensors.putAll(others);
    steps = count;
  }
}

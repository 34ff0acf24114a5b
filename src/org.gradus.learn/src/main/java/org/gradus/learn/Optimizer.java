package org.gradus.learn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gradus.tensor.EnableGrad;
import org.gradus.tensor.Face;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/**
 * The three calls around a loss: clear the gradients, walk back, take a step.
 *
 * <pre>
 *   Optimizer optimizer = Optimizer.of(Sgd.of(0.03), net.parameters());
 *   optimizer.zeroGrad();
 *   loss.backward();
 *   optimizer.step();
 * </pre>
 *
 * <p>A step changes each parameter in place, by the update of its group. A parameter whose gradient
 * is absent stays as it is: {@code zeroGrad()} between {@code backward()} and {@code step()} makes
 * a step of nothing.
 */
// [impl->learn~optimizer~1]
public final class Optimizer {

  /** What the count of steps is called in a state. */
  static final String STEP = "step";

  private final List<ParameterGroup> groups = new ArrayList<>();
  private final Map<Tensor, Memory> memories = new IdentityHashMap<>();

  private Optimizer() {}

  /**
   * Change leaves by an update.
   *
   * @throws IllegalArgumentException if there is none, one is the result of an operation, or one is
   *     given twice
   */
  public static Optimizer of(Update update, Face<?>... parameters) {
    return of(ParameterGroup.of(update, parameters));
  }

  /**
   * Change parameters by an update.
   *
   * @throws IllegalArgumentException if there is none, or one is given twice
   */
  public static Optimizer of(Update update, Parameter<?>... parameters) {
    return of(ParameterGroup.of(update, parameters));
  }

  /**
   * Change parameters, such as those of a module, by an update.
   *
   * @throws IllegalArgumentException if there is none, or one is given twice
   */
  public static Optimizer of(Update update, Collection<? extends Parameter<?>> parameters) {
    return of(ParameterGroup.of(update, parameters));
  }

  /**
   * Change each group of parameters by its own update.
   *
   * @throws IllegalArgumentException if a parameter is in two groups
   */
  public static Optimizer of(ParameterGroup first, ParameterGroup... others) {
    Optimizer optimizer = new Optimizer();
    optimizer.add(first);
    for (ParameterGroup other : others) {
      optimizer.add(other);
    }
    return optimizer;
  }

  /**
   * Change one more group of parameters from the next step on.
   *
   * @throws IllegalArgumentException if a parameter of it is in a group already; nothing is added
   */
  public void add(ParameterGroup group) {
    for (Tensor parameter : group.parameters()) {
      if (isIn(parameter)) {
        throw new IllegalArgumentException(
            "optimizer: each parameter must be in one group, and a step would change it twice\n  "
                + parameter.signature()
                + " is in a group already");
      }
    }
    groups.add(group);
  }

  private boolean isIn(Tensor parameter) {
    return parameters().contains(parameter);
  }

  private List<Tensor> parameters() {
    return groups.stream().flatMap(group -> group.parameters().stream()).toList();
  }

  /** List the groups, in the order in which they were added. */
  public List<ParameterGroup> groups() {
    return List.copyOf(groups);
  }

  /** Clear the gradient of every parameter, so that it is absent. */
  public void zeroGrad() {
    parameters().forEach(Tensor::clearGrad);
  }

  /**
   * Set every gradient that is present to zero, in the tensor that holds it.
   *
   * <p>Such a gradient is not absent: a step with momentum or weight decay moves its parameter.
   */
  public void zeroGradInPlace() {
    parameters().forEach(Parameter::zeroGradInPlace);
  }

  /** Take a step: change each parameter whose gradient is present. */
  public void step() {
    try (var off = NoGrad.on()) {
      for (ParameterGroup group : groups) {
        for (Tensor parameter : group.parameters()) {
          if (parameter.hasGrad()) {
            step(parameter, group.update());
          }
        }
      }
    }
  }

  /**
   * Evaluate the loss anew, and take a step.
   *
   * @param closure clears the gradients, computes the loss, walks back from it and returns it; it
   *     is called once, and recorded even in a {@link NoGrad} block
   * @return the loss before the step
   */
  public <L> L step(Supplier<L> closure) {
    L loss;
    try (var on = EnableGrad.on()) {
      loss = closure.get();
    }
    step();
    return loss;
  }

  private void step(Tensor parameter, Update update) {
    update.apply(parameter, parameter.grad(), memory(parameter));
  }

  private Memory memory(Tensor parameter) {
    return memories.computeIfAbsent(parameter, any -> new Memory());
  }

  /**
   * Copy what steps have left behind, so that another run can go on from there.
   *
   * <p>The parameters are numbered from 0 in the order of the groups: {@code 3.exp_avg} belongs to
   * the fourth, and {@code 3.step} counts its steps. Learning rates are not part of it.
   */
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    List<Tensor> all = parameters();
    for (int i = 0; i < all.size(); i++) {
      String path = i + ".";
      Memory memory = memory(all.get(i));
      if (memory.steps() > 0) {
        state.put(path + STEP, Tensor.scalar(memory.steps()));
      }
      memory.tensors().forEach((name, tensor) -> state.put(path + name, tensor.detach().clone()));
    }
    return state;
  }

  /**
   * Go on from what another run has left behind, in place of what this one has.
   *
   * @param state as {@link #state()} gives it, of an optimizer of the same updates over parameters
   *     of the same shapes in the same order
   * @throws IllegalArgumentException if a name does not begin with the number of a parameter, a
   *     shape is not that of the parameter, or a count of steps is none; the message lists all of
   *     them, and nothing is changed
   */
  public void load(Map<String, Tensor> state) {
    OptimizerState read = OptimizerState.of(state, parameters());
    List<Tensor> all = parameters();
    for (int i = 0; i < all.size(); i++) {
      memory(all.get(i)).replace(read.tensors(i), read.steps(i));
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Optimizer(");
    for (int i = 0; i < groups.size(); i++) {
      text.append("\n  (").append(i).append("): ").append(groups.get(i));
    }
    return text.append("\n)").toString();
  }
}

package org.gradus.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.gradus.tensor.Face;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.Tensor;

/** Parameters that a step changes by the same update. */
// [impl->learn~optimizer~1]
public final class ParameterGroup {

  private final List<Tensor> parameters;
  private Update update;

  private ParameterGroup(Update update, List<Tensor> parameters) {
    this.update = update;
    this.parameters = List.copyOf(parameters);
    checkSome();
    checkLeaves();
    checkEachOnce();
    checkMemory();
  }

  /**
   * Group leaves.
   *
   * @throws IllegalArgumentException if there is none, one is the result of an operation, or one is
   *     given twice
   */
  public static ParameterGroup of(Update update, Face<?>... parameters) {
    List<Tensor> tensors = new ArrayList<>();
    for (Face<?> parameter : parameters) {
      tensors.add(parameter.tensor());
    }
    return new ParameterGroup(update, tensors);
  }

  /**
   * Group parameters.
   *
   * @throws IllegalArgumentException if there is none, or one is given twice
   */
  public static ParameterGroup of(Update update, Parameter<?>... parameters) {
    return of(update, Arrays.asList(parameters));
  }

  /**
   * Group parameters, such as those of a module.
   *
   * @throws IllegalArgumentException if there is none, or one is given twice
   */
  public static ParameterGroup of(Update update, Collection<? extends Parameter<?>> parameters) {
    List<Tensor> tensors = new ArrayList<>();
    for (Parameter<?> parameter : parameters) {
      tensors.add(parameter.value().tensor());
    }
    return new ParameterGroup(update, tensors);
  }

  /** List the leaves that a step changes. */
  public List<Tensor> parameters() {
    return parameters;
  }

  /** Return the update of the next step. */
  public Update update() {
    return update;
  }

  /**
   * Go on with another learning rate; what was remembered stays.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public void learningRate(double learningRate) {
    update = update.withLearningRate(learningRate);
  }

  private void checkSome() {
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException(
          update.name() + ": there must be at least one parameter to change\n  given  none");
    }
  }

  private void checkLeaves() {
    for (int i = 0; i < parameters.size(); i++) {
      Tensor parameter = parameters.get(i);
      if (!parameter.isLeaf()) {
        throw new IllegalArgumentException(
            """
            %s: parameter %d must be a leaf, and %s is the result of %s
            give the leaf that it was computed from; an update must change the leaf itself, in place, \
            in a NoGrad block"""
                .formatted(
                    update.name(),
                    i,
                    parameter.signature(),
                    parameter.gradientFunction().map(GradientFunction::name).orElseThrow()));
      }
    }
  }

  private void checkEachOnce() {
    for (int i = 0; i < parameters.size(); i++) {
      int first = parameters.indexOf(parameters.get(i));
      if (first != i) {
        throw new IllegalArgumentException(
            """
            %s: each parameter must be given once, and a step would change it twice
              parameters %d and %d are both %s"""
                .formatted(update.name(), first, i, parameters.get(i).signature()));
      }
    }
  }

  private void checkMemory() {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).overlaps()) {
        throw new IllegalArgumentException(
            """
            %s: each element of a parameter must have a place of its own in memory
              parameter %d  %s, several elements of which share one, as after expand()
            give a clone() of it"""
                .formatted(update.name(), i, parameters.get(i).signature()));
      }
    }
  }

  @Override
  public String toString() {
    int count = parameters.size();
    return update + " over " + count + (count == 1 ? " parameter" : " parameters");
  }
}

package org.gradus.cli.conform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.cli.conform.Finding.Side;
import org.gradus.cli.conform.Finding.Verdict;
import org.gradus.learn.Memory;
import org.gradus.learn.Update;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/**
 * A run of an optimizer that PyTorch has executed, repeated with the gradients that it recorded.
 *
 * <p>After each step the parameters are compared, and in the end what the optimizer remembers. The
 * first step that differs ends the comparison, for all others follow from it.
 */
// [impl->cli~conform-optimizers~1]
final class OptimizerRun {

  /** Of the parameters as a whole: 25 steps of a handful of roundings each. */
  private static final Tolerance TOLERANCE = new Tolerance(Tolerance.Mode.NORMWISE, 1e-12, 1e-15);

  private final String id;
  private final String op;
  private final Update update;
  private final List<Tensor> parameters;
  private final List<Memory> memories;
  private final List<Step> steps;
  private final List<Fields> remembered;
  private final List<Difference> differences = new ArrayList<>();
  private double worst;
  private long numbers;

  /**
   * A step that was recorded.
   *
   * @param gradients of the parameters; empty where one had none
   * @param parameters after the step
   */
  private record Step(List<Optional<Literal>> gradients, List<Literal> parameters) {}

  private OptimizerRun(Fields line) {
    id = line.text("id");
    op = name(line);
    parameters = line.objects("params0").stream().map(one -> Literal.of(one).tensor()).toList();
    memories = parameters.stream().map(any -> new Memory()).toList();
    steps = line.objects("steps").stream().map(step -> step(step, parameters)).toList();
    remembered = line.has("final_state") ? line.objects("final_state") : List.of();
    if (line.has("final_state")) {
      requireEach(line.path("final_state"), remembered, parameters.size());
    }
    update = update(line);
  }

  /** What stands for the operation in reports. */
  static String name(Fields line) {
    return "optimizer " + line.text("optimizer");
  }

  /**
   * Reads and repeats a run.
   *
   * @throws MalformedException if the line holds none
   * @throws UnsupportedException if Gradus has not the optimizer, or it does not heed a number
   */
  static Finding repeat(Fields line) {
    OptimizerRun run = new OptimizerRun(line);
    try (var off = NoGrad.on()) {
      run.compare();
    }
    return run.finding();
  }

  private static Update update(Fields line) {
    try {
      return PyTorchOptimizers.of(line.text("optimizer"), line.objectOrNone("hyper"));
    } catch (IllegalArgumentException e) {
      throw MalformedException.of(
          line.path("hyper"),
          "the optimizer must take its numbers",
          String.valueOf(e.getMessage()));
    }
  }

  private static Step step(Fields fields, List<Tensor> before) {
    List<Optional<Literal>> gradients =
        fields.optionalObjects("grads").stream().map(one -> one.map(Literal::of)).toList();
    List<Literal> parameters = fields.objects("params").stream().map(Literal::of).toList();
    requireEach(fields.path("grads"), gradients, before.size());
    requireEach(fields.path("params"), parameters, before.size());
    for (int i = 0; i < before.size(); i++) {
      requireShape(fields.path("grads") + "[" + i + "].shape", gradients.get(i), before.get(i));
    }
    return new Step(gradients, parameters);
  }

  private static void requireShape(String path, Optional<Literal> gradient, Tensor w) {
    gradient
        .map(Literal::shape)
        .filter(shape -> !Arrays.equals(shape, w.shape()))
        .ifPresent(
            shape -> {
              throw MalformedException.of(
                  path,
                  "it must be that of the parameter, " + Arrays.toString(w.shape()),
                  Arrays.toString(shape));
            });
  }

  private static void requireEach(String path, List<?> given, int count) {
    if (given.size() != count) {
      throw MalformedException.of(
          path, "there must be one for each parameter, " + count, given.size());
    }
  }

  private void compare() {
    for (int t = 0; t < steps.size() && differences.isEmpty(); t++) {
      Step step = steps.get(t);
      for (int i = 0; i < parameters.size(); i++) {
        Tensor w = parameters.get(i);
        Memory memory = memories.get(i);
        step.gradients().get(i).ifPresent(g -> update.apply(w, g.tensor(), memory));
        hold("parameter " + i + " after step " + (t + 1), step.parameters().get(i), w);
      }
    }
    for (int i = 0; i < remembered.size() && differences.isEmpty(); i++) {
      compareMemory(i);
    }
  }

  /** PyTorch counts steps also where no formula asks for them. */
  private void compareMemory(int i) {
    Fields expected = remembered.get(i);
    Memory memory = memories.get(i);
    for (String name : expected.names()) {
      Literal literal = Literal.of(expected.object(name));
      String part = name + " of parameter " + i;
      if (name.equals("step")) {
        if (memory.steps() > 0) {
          hold(part, literal, Tensor.scalar(memory.steps()));
        }
      } else {
        memory
            .recall(name)
            .ifPresentOrElse(
                actual -> hold(part, literal, actual),
                () -> differences.add(new Difference.OfPresence(part, true)));
      }
    }
  }

  private void hold(String part, Literal expected, Tensor actual) {
    Tolerance.Result result = TOLERANCE.compare(part, expected, actual);
    worst = Math.max(worst, result.error());
    numbers += result.count();
    result.difference().ifPresent(differences::add);
  }

  private Finding finding() {
    return new Finding(
        id,
        op,
        differences.isEmpty() ? Verdict.PASSED : Verdict.FAILED,
        numbers,
        Map.of(Side.VALUE, worst),
        List.copyOf(differences),
        Optional.empty());
  }
}

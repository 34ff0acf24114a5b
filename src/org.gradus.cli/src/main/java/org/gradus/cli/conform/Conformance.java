package org.gradus.cli.conform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradus.cli.conform.ConformanceCase.Input;
import org.gradus.cli.conform.ConformanceCase.Second;
import org.gradus.cli.conform.Finding.Side;
import org.gradus.cli.conform.Finding.Verdict;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Face;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Warnings;

/**
 * Runs cases that PyTorch has executed, and compares results, gradients and second derivatives.
 *
 * <p>A line is a JSON object: a case of an operation, with second derivatives or without, or a run
 * of an optimizer.
 */
// [impl->cli~conform-comparison~1]
public final class Conformance {

  private final Tolerances tolerances;

  private Conformance(Tolerances tolerances) {
    this.tolerances = tolerances;
  }

  /** Cases compared within tolerances. */
  public static Conformance within(Tolerances tolerances) {
    return new Conformance(tolerances);
  }

  /**
   * Runs the case of a line.
   *
   * @throws MalformedException if the line holds none
   */
  public Finding examine(String line) {
    Fields fields = Fields.parse("the line", line);
    if (fields.has("optimizer")) {
      return examineRun(fields);
    }
    ConformanceCase given = ConformanceCase.of(fields);
    Optional<Tolerances.Pair> pair = tolerances.of(given.op());
    // What Gradus would warn of, a case asks for.
    try (Warnings unheard = Warnings.to(warning -> {})) {
      PyTorchOperations.require(given.op());
      return pair.map(tolerance -> new Run(given, tolerance).finding())
          .orElseThrow(() -> new UnsupportedException("the tolerances do not name the operation"));
    } catch (UnsupportedException e) {
      return Finding.unsupported(given.id(), given.op(), String.valueOf(e.getMessage()));
    }
  }

  private static Finding examineRun(Fields fields) {
    try {
      return OptimizerRun.repeat(fields);
    } catch (UnsupportedException e) {
      return Finding.unsupported(
          fields.text("id"), OptimizerRun.name(fields), String.valueOf(e.getMessage()));
    }
  }

  /** The run of one case. */
  private static final class Run {

    private final ConformanceCase given;
    private final Tolerances.Pair pair;
    private final Map<Side, Double> errors = new EnumMap<>(Side.class);
    private final List<Difference> differences = new ArrayList<>();
    private long numbers;

    Run(ConformanceCase given, Tolerances.Pair pair) {
      this.given = given;
      this.pair = pair;
    }

    Finding finding() {
      try {
        compare();
      } catch (MalformedException | UnsupportedException e) {
        throw e;
      } catch (RuntimeException e) {
        differences.add(
            new Difference.Refusal(
                "call", String.valueOf(e.getMessage() == null ? e : e.getMessage())));
      }
      Verdict verdict =
          given.isDependent()
              ? Verdict.DEPENDENT
              : differences.isEmpty() ? Verdict.PASSED : Verdict.FAILED;
      return new Finding(
          given.id(),
          given.op(),
          verdict,
          numbers,
          Map.copyOf(errors),
          List.copyOf(differences),
          Optional.empty());
    }

    private void compare() {
      List<Tensor> inputs = given.inputs().stream().map(Run::leaf).toList();
      List<Call.Operand> operands =
          IntStream.range(0, inputs.size())
              .mapToObj(i -> operand(given.inputs().get(i), inputs.get(i)))
              .toList();
      Computed computed = PyTorchOperations.run(given.op(), new Call(operands, given.attrs()));
      hold(Side.VALUE, "output", pair.value(), given.output(), computed.output());
      given
          .extraOutputs()
          .forEach(
              (name, expected) ->
                  holdOptional(
                      Side.VALUE,
                      "output " + name,
                      pair.value(),
                      Optional.of(expected),
                      Optional.ofNullable(computed.extras().get(name))));
      boolean hasShape = Arrays.equals(given.output().shape(), computed.output().shape());
      if (given.gradOutput().isPresent() && hasShape) {
        Tensor yBar = given.gradOutput().get().tensor();
        if (given.secondOrder().isPresent()) {
          yBar.requiresGrad_();
        }
        List<Optional<Tensor>> grads =
            derivatives(computed.output(), yBar, inputs, given.secondOrder().isPresent());
        for (int i = 0; i < inputs.size(); i++) {
          holdOptional(
              Side.GRADIENT,
              "gradient by " + label(i),
              pair.gradient(),
              given.grads().get(i),
              grads.get(i));
        }
        given.secondOrder().ifPresent(second -> compareSecond(second, inputs, yBar, grads));
      }
    }

    /**
     * s = Σᵢ ⟨gᵢ, vᵢ⟩ differentiated by each input and by ȳ; no dependence is a derivative of 0.
     */
    private void compareSecond(
        Second second, List<Tensor> inputs, Tensor yBar, List<Optional<Tensor>> grads) {
      Tensor s = Tensor.scalar(0);
      for (int i = 0; i < inputs.size(); i++) {
        if (grads.get(i).isPresent() && second.v().get(i).isPresent()) {
          s = s.add(grads.get(i).get().mul(second.v().get(i).get().tensor()).sum());
        }
      }
      List<Tensor> by = new ArrayList<>(inputs);
      by.add(yBar);
      List<Optional<Literal>> expected = new ArrayList<>(second.byInputs());
      expected.add(second.byGradOutput());
      List<Optional<Tensor>> actual = derivatives(s, Tensor.scalar(1), by, false);
      for (int i = 0; i < by.size(); i++) {
        Tensor x = by.get(i);
        if (x.requiresGrad()) {
          hold(
              Side.SECOND_ORDER,
              "second derivative by " + (i < inputs.size() ? label(i) : "grad_output"),
              Tolerance.SECOND_ORDER,
              expected.get(i).orElseGet(() -> Literal.zeros(x.shape())),
              actual.get(i).orElseGet(() -> Tensor.zeros(x.shape())));
        }
      }
    }

    /** Gradients by those inputs that require one, and are used; empty for the others. */
    private static List<Optional<Tensor>> derivatives(
        Tensor y, Tensor yBar, List<Tensor> inputs, boolean isRecorded) {
      Tensor[] required = inputs.stream().filter(Face::requiresGrad).toArray(Tensor[]::new);
      if (!y.requiresGrad() || required.length == 0) {
        return inputs.stream().map(x -> Optional.<Tensor>empty()).toList();
      }
      Autograd autograd = Autograd.of(y).seeds(yBar);
      List<Optional<Tensor>> found =
          (isRecorded ? autograd.createGraph() : autograd).gradIfUsed(required);
      List<Optional<Tensor>> all = new ArrayList<>();
      int next = 0;
      for (Tensor input : inputs) {
        all.add(input.requiresGrad() ? found.get(next++) : Optional.empty());
      }
      return all;
    }

    private static Tensor leaf(Input input) {
      return input.literal().tensor().requiresGrad_(input.requiresGrad());
    }

    private static Call.Operand operand(Input input, Tensor leaf) {
      return new Call.Operand(input.name(), input.literal().kind(), leaf);
    }

    private String label(int input) {
      String name = given.inputs().get(input).name();
      return name.isEmpty() ? "input " + input : name;
    }

    /** PyTorch leaves out some gradients that are zero everywhere, as that of the 0-norm. */
    private static boolean isSomething(Tensor gradient) {
      return Arrays.stream(gradient.detach().toArray()).anyMatch(value -> value != 0);
    }

    private void holdOptional(
        Side side,
        String part,
        Tolerance tolerance,
        Optional<Literal> expected,
        Optional<Tensor> actual) {
      if (expected.isPresent() && actual.isPresent()) {
        hold(side, part, tolerance, expected.get(), actual.get());
      } else if (expected.isPresent() || actual.stream().anyMatch(Run::isSomething)) {
        differences.add(new Difference.OfPresence(part, expected.isPresent()));
      }
    }

    private void hold(
        Side side, String part, Tolerance tolerance, Literal expected, Tensor actual) {
      boolean isInexact = expected.kind() == Literal.Kind.FLOAT64;
      Tolerance.Result result =
          (isInexact ? tolerance : Tolerance.EXACT).compare(part, expected, actual);
      errors.merge(side, result.error(), Math::max);
      numbers += result.count();
      result.difference().ifPresent(differences::add);
    }
  }
}

package org.gradus.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradus.tensor.internal.kernel.Kernels;

/**
 * A request for gradients: of which results, and how.
 *
 * <pre>
 *   Tensor dLdw = Autograd.of(loss).grad(w).get(0);
 *   Autograd.of(loss).backward(w);               // only w receives its gradient
 *   Autograd.of(y, z).seeds(yBar, zBar).grad(x);  // ȳᵀ·∂y/∂x + z̄ᵀ·∂z/∂x
 * </pre>
 *
 * <p>{@link #grad} returns gradients and leaves those that have accumulated alone; {@link
 * #backward} accumulates. Rules of operations through which no input is reached do not run.
 */
// [impl->autograd~grad~1]
// [impl->autograd~inputs~1]
public final class Autograd {
  private final List<Tensor> outputs;
  private final List<Tensor> seeds;
  private final Set<Backward> options;
  private final boolean zeros;

  private Autograd(List<Tensor> outputs, List<Tensor> seeds, Set<Backward> options, boolean zeros) {
    this.outputs = outputs;
    this.seeds = seeds;
    this.options = options;
    this.zeros = zeros;
  }

  /**
   * Ask for gradients of the sum of some results; one that is given twice counts twice.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Autograd of(Face<?>... outputs) {
    if (outputs.length == 0) {
      throw new IllegalArgumentException(
          "of: there must be at least one result to compute gradients of\n  given  none");
    }
    return new Autograd(tensors(outputs), List.of(), EnumSet.noneOf(Backward.class), false);
  }

  /**
   * Gradient of a single number by one input, of the input's face.
   *
   * @throws GradientException as {@link #grad}
   */
  public static <F extends Face<F>> F gradient(Face<?> output, F input) {
    return input.face(of(output).grad(input).get(0));
  }

  /**
   * Gradients of the loss by the results, one for each, for results of more than one element.
   *
   * @throws ShapeException if there are more or fewer than results, or one has another shape
   */
  public Autograd seeds(Face<?>... yBars) {
    List<Tensor> given = tensors(yBars);
    if (given.size() != outputs.size()) {
      throw new ShapeException(
          "seeds: each result needs one gradient\n  results    "
              + outputs.size()
              + "\n  gradients  "
              + given.size());
    }
    for (int i = 0; i < given.size(); i++) {
      if (!Arrays.equals(given.get(i).shape(), outputs.get(i).shape())) {
        throw new ShapeException(
            "seeds: the gradient must have the shape of the result\n  result "
                + i
                + "    "
                + outputs.get(i).signature()
                + "\n  gradient "
                + i
                + "  "
                + given.get(i).signature());
      }
    }
    return new Autograd(outputs, given, options, zeros);
  }

  /** Keep the saved values, so that the same graph can be walked again. */
  public Autograd retainGraph() {
    return with(Backward.RETAIN_GRAPH);
  }

  /** Record the pass, so that gradients can be differentiated; keeps the saved values too. */
  public Autograd createGraph() {
    return with(Backward.CREATE_GRAPH);
  }

  /** Take zeros for the gradient by an input that was not used: it is neither refused nor empty. */
  public Autograd zeroIfUnused() {
    return new Autograd(outputs, seeds, options, true);
  }

  /**
   * Gradients by some inputs, leaves or not; nothing accumulates.
   *
   * @throws GradientException if there is no input, one does not require a gradient or was not
   *     used, a result has more than one element and no seed, or as {@link Face#backward}
   */
  public List<Tensor> grad(Face<?>... inputs) {
    List<Tensor> asked = tensors(inputs);
    check("grad", asked);
    if (!zeros) {
      checkUsed(asked);
    }
    Map<GradientFunction, Tensor> arrived = walk(asked);
    List<Tensor> gradients = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Tensor input = asked.get(i);
      Optional<Tensor> gradient = gradientOf(input, arrived);
      if (gradient.isEmpty() && !zeros) {
        throw new GradientException(unused(i, input));
      }
      gradients.add(gradient.orElseGet(() -> Tensor.zeros(input.shape())));
    }
    return gradients;
  }

  /**
   * Gradients by some inputs, empty for one that was not used, unless {@link #zeroIfUnused} asked
   * for zeros; nothing accumulates.
   *
   * @throws GradientException as {@link #grad}, unused inputs excepted
   */
  public List<Optional<Tensor>> gradIfUsed(Face<?>... inputs) {
    List<Tensor> asked = tensors(inputs);
    check("grad", asked);
    Map<GradientFunction, Tensor> arrived = walk(asked);
    List<Optional<Tensor>> gradients = new ArrayList<>();
    for (Tensor input : asked) {
      gradients.add(
          gradientOf(input, arrived)
              .or(() -> zeros ? Optional.of(Tensor.zeros(input.shape())) : Optional.empty()));
    }
    return gradients;
  }

  /**
   * Walk back, and add the gradients of all leaves that require one.
   *
   * @throws GradientException as {@link Face#backward}
   */
  public void backward() {
    Engine.backward("backward", outputs, start("backward"), options, null);
  }

  /**
   * Walk back, and add the gradients of some tensors alone, leaves or not.
   *
   * @throws GradientException if there is no input, one does not require a gradient, or as {@link
   *     Face#backward}
   */
  public void backward(Face<?>... inputs) {
    List<Tensor> asked = tensors(inputs);
    check("backward", asked);
    Engine.backward("backward", outputs, start("backward"), options, asked);
  }

  private Autograd with(Backward option) {
    EnumSet<Backward> more = EnumSet.of(option);
    more.addAll(options);
    return new Autograd(outputs, seeds, more, zeros);
  }

  private Map<GradientFunction, Tensor> walk(List<Tensor> asked) {
    return Engine.gradients("grad", outputs, start("grad"), options, asked);
  }

  private static void check(String call, List<Tensor> asked) {
    if (asked.isEmpty()) {
      throw new GradientException(
          call + ": there must be at least one input to compute the gradient by\n  given  none");
    }
    for (int i = 0; i < asked.size(); i++) {
      Tensor input = asked.get(i);
      if (!input.requiresGrad()) {
        throw new GradientException(
            call
                + ": input "
                + i
                + ", "
                + input.signature()
                + ", does not require a gradient\nit "
                + input.history().reason());
      }
    }
  }

  private static Tensor unshared(Tensor gradient) {
    Tensor copy = Kernels.copy(gradient);
    copy.history().origin(Origin.WALKED, false);
    return copy;
  }

  /** Refuse an input that is not reached, before a rule has run. */
  private void checkUsed(List<Tensor> asked) {
    if (!outputs.stream().allMatch(Tensor::requiresGrad)) {
      return;
    }
    List<GradientFunction> roots = new ArrayList<>();
    outputs.forEach(output -> output.history().knownEdge().ifPresent(roots::add));
    for (int i = 0; i < asked.size(); i++) {
      Tensor input = asked.get(i);
      Optional<GradientFunction> node = input.history().knownEdge();
      boolean root = outputs.contains(input);
      if (!root && (node.isEmpty() || Walk.leadingTo(Set.of(node.get()), roots).isEmpty())) {
        throw new GradientException(unused(i, input));
      }
    }
  }

  private List<Tensor> start(String call) {
    if (!seeds.isEmpty()) {
      return seeds;
    }
    List<Tensor> ones = new ArrayList<>();
    for (Tensor output : outputs) {
      if (output.numel() != 1) {
        throw new GradientException(
            call
                + ": each result must be a single number, and "
                + output.signature()
                + " has "
                + output.numel()
                + " elements\nreduce it by sum() or mean(), or pass seeds of its shape");
      }
      ones.add(Tensor.full(1, output.shape()));
    }
    return ones;
  }

  /** What has arrived for an input; a gradient without a history will tell why it has none. */
  private static Optional<Tensor> gradientOf(Tensor input, Map<GradientFunction, Tensor> arrived) {
    Optional<Tensor> gradient =
        input.history().knownEdge().flatMap(edge -> Optional.ofNullable(arrived.get(edge)));
    return gradient.map(found -> found.requiresGrad() ? found : unshared(found));
  }

  private String unused(int position, Tensor input) {
    return "grad: input "
        + position
        + ", "
        + input.signature()
        + ", was not used to compute "
        + outputs.get(0).signature()
        + (outputs.size() > 1 ? " or the other results" : "")
        + "\nit "
        + (input.history().knownEdge().isEmpty()
            ? "is a leaf that no recorded operation has used"
            : "is used elsewhere, or the way was cut by detach() or a NoGrad block")
        + "; call gradIfUsed for an empty gradient, or zeroIfUnused() for zeros";
  }

  private static List<Tensor> tensors(Face<?>... faces) {
    List<Tensor> tensors = new ArrayList<>();
    for (Face<?> face : faces) {
      tensors.add(face.tensor());
    }
    return List.copyOf(tensors);
  }
}

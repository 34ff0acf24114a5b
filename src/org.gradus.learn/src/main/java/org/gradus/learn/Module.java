package org.gradus.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.checkerframework.checker.initialization.qual.UnknownInitialization;
import org.gradus.tensor.Elementwise;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/**
 * A function with parameters, made of others or of operations.
 *
 * <pre>
 *   final class Line extends Module&lt;Matrix&lt;Sample, Feature&gt;, Vector&lt;Sample&gt;&gt; {
 *     private final Parameter&lt;Vector&lt;Feature&gt;&gt; w;
 *
 *     Line(Vector&lt;Feature&gt; first) {
 *       w = register("weight", Parameter.of(first));
 *     }
 *
 *     public Vector&lt;Sample&gt; forward(Matrix&lt;Sample, Feature&gt; x) {
 *       return x.matmul(w.value());
 *     }
 *   }
 * </pre>
 *
 * <p>A module registers by name what it is made of: parameters, which learning changes; buffers,
 * which belong to its state and are not learned; and other modules. Names of what is inside a part
 * are those of the part and of the inside, joined by a dot. What is reached under several names
 * counts once, under the first.
 *
 * <p>A module is in training at first. Some compute otherwise when it is over, see {@link #eval()};
 * gradients are recorded in both cases.
 *
 * @param <X> the argument
 * @param <Y> the value
 */
// [impl->learn~module~1]
public abstract class Module<X, Y> {

  private final Map<String, Parameter<?>> parameters = new LinkedHashMap<>();
  private final Map<String, Tensor> buffers = new LinkedHashMap<>();
  private final Map<String, Module<?, ?>> parts = new LinkedHashMap<>();
  private boolean training = true;

  /** Begin in training, made of nothing. */
  protected Module() {}

  /** Compute the value. */
  public abstract Y forward(X x);

  // ---------------------------------------------------------------- what it is made of

  /**
   * Register a parameter and return it; its tensor takes the name if it has none.
   *
   * @throws IllegalArgumentException if the name is empty, holds a dot, or is taken
   */
  protected final <F extends Elementwise<F>> Parameter<F> register(
      @UnknownInitialization(Module.class) Module<X, Y> this, String name, Parameter<F> parameter) {
    checkName(name);
    parameters.put(name, parameter);
    if (parameter.value().name().isEmpty()) {
      parameter.value().named(name);
    }
    return parameter;
  }

  /**
   * Register a part and return it.
   *
   * @throws IllegalArgumentException if the name is empty, holds a dot, or is taken, or if this is
   *     in the part
   */
  protected final <M extends Module<?, ?>> M register(
      @UnknownInitialization(Module.class) Module<X, Y> this, String name, M part) {
    checkName(name);
    Module<?, ?> whole = part;
    for (Module<?, ?> inside : whole.modules().keySet()) {
      if (inside == this) {
        throw new IllegalArgumentException(
            "%s.register: a module must not be made of itself\n  part  %s"
                .formatted(getClass().getSimpleName(), name));
      }
    }
    parts.put(name, part);
    return part;
  }

  /**
   * Register a tensor that belongs to the state and is not learned, and return it.
   *
   * @throws IllegalArgumentException if the name is empty, holds a dot, or is taken
   */
  protected final Tensor registerBuffer(
      @UnknownInitialization(Module.class) Module<X, Y> this, String name, Tensor buffer) {
    checkName(name);
    buffers.put(name, buffer);
    return buffer;
  }

  private void checkName(@UnknownInitialization(Module.class) Module<X, Y> this, String name) {
    if (name.isEmpty() || name.contains(".")) {
      throw new IllegalArgumentException(
          "%s.register: a name must not be empty and must not hold a dot, which joins names\n  given  \"%s\""
              .formatted(getClass().getSimpleName(), name));
    }
    if (parameters.containsKey(name) || buffers.containsKey(name) || parts.containsKey(name)) {
      throw new IllegalArgumentException(
          "%s.register: a name must not be registered twice\n  given  \"%s\""
              .formatted(getClass().getSimpleName(), name));
    }
  }

  /** Map the names of all parameters to them: those of this first, then those of each part. */
  public final Map<String, Parameter<?>> namedParameters() {
    return named(module -> module.parameters);
  }

  /** List all parameters, in the order of {@link #namedParameters()}. */
  public final List<Parameter<?>> parameters() {
    return List.copyOf(namedParameters().values());
  }

  /** Map the names of all buffers to them: those of this first, then those of each part. */
  public final Map<String, Tensor> namedBuffers() {
    return named(module -> module.buffers);
  }

  /** Map the names of the parts of this to them, without what is inside them. */
  public final Map<String, Module<?, ?>> parts() {
    return Collections.unmodifiableMap(parts);
  }

  /** Name what each module, this included, calls its own; each thing once. */
  private <T> Map<String, T> named(Function<Module<?, ?>, Map<String, ? extends T>> own) {
    Map<String, T> found = new LinkedHashMap<>();
    Set<T> seen = new HashSet<>();
    modules()
        .forEach(
            (module, path) ->
                own.apply(module)
                    .forEach(
                        (name, thing) -> {
                          if (seen.add(thing)) {
                            found.put(path + name, thing);
                          }
                        }));
    return found;
  }

  /** Map this and every module inside, each once, to what the names of its own begin with. */
  private Map<Module<?, ?>, String> modules() {
    Map<Module<?, ?>, String> paths = new LinkedHashMap<>();
    collect("", paths);
    return paths;
  }

  private void collect(String path, Map<Module<?, ?>, String> paths) {
    if (paths.putIfAbsent(this, path) == null) {
      parts.forEach((name, part) -> part.collect(path + name + ".", paths));
    }
  }

  // ---------------------------------------------------------------- training

  /** Begin training, in this and in every part, and return this. */
  public final Module<X, Y> train() {
    return train(true);
  }

  /**
   * End training, in this and in every part, and return this.
   *
   * <p>Gradients are recorded as before: a {@link org.gradus.tensor.NoGrad} block switches them
   * off.
   */
  public final Module<X, Y> eval() {
    return train(false);
  }

  /** Begin or end training, in this and in every part, and return this. */
  public final Module<X, Y> train(boolean mode) {
    modules().keySet().forEach(module -> module.training = mode);
    return this;
  }

  /** Return whether this is in training. */
  public final boolean isTraining() {
    return training;
  }

  /** Clear the gradient of every parameter, so that it is absent. */
  public final void zeroGrad() {
    parameters().forEach(parameter -> parameter.value().clearGrad());
  }

  /** Set every gradient that is present to zero, in the tensor that holds it. */
  public final void zeroGradInPlace() {
    parameters().forEach(parameter -> Parameter.zeroGradInPlace(parameter.value().tensor()));
  }

  // ---------------------------------------------------------------- state

  /** Copy the parameters and buffers, by name; later steps do not change the copy. */
  public final Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    tensors().forEach((name, tensor) -> state.put(name, tensor.detach().clone().named(name)));
    return state;
  }

  /**
   * Let the parameters and buffers have the values of a state, in place.
   *
   * @param state a tensor for each name in {@link #state()}
   * @throws IllegalArgumentException if a name is missing or unknown, or a shape is another; the
   *     message lists all of them, and nothing is changed
   */
  public final void load(Map<String, Tensor> state) {
    Map<String, Tensor> tensors = tensors();
    List<String> faults = new ArrayList<>();
    tensors.keySet().stream()
        .filter(name -> !state.containsKey(name))
        .forEach(name -> faults.add("\n  missing     " + name));
    state.keySet().stream()
        .filter(name -> !tensors.containsKey(name))
        .forEach(name -> faults.add("\n  unexpected  " + name));
    tensors.forEach(
        (name, tensor) -> {
          Tensor given = state.getOrDefault(name, tensor);
          if (!Arrays.equals(given.shape(), tensor.shape())) {
            faults.add(
                "\n  shape       %s : %s, and the module has %s"
                    .formatted(
                        name, Arrays.toString(given.shape()), Arrays.toString(tensor.shape())));
          }
        });
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          name()
              + ".load: the state must have the names and shapes of the module, no more and no less"
              + String.join("", faults)
              + "\nnothing was loaded");
    }
    try (var off = NoGrad.on()) {
      tensors.forEach((name, tensor) -> tensor.copy_(state.getOrDefault(name, tensor)));
    }
  }

  private Map<String, Tensor> tensors() {
    return named(
        module -> {
          Map<String, Tensor> own = new LinkedHashMap<>();
          module.parameters.forEach((name, parameter) -> own.put(name, parameter.value().tensor()));
          own.putAll(module.buffers);
          return own;
        });
  }

  // ---------------------------------------------------------------- text

  /** Return the name that this is shown by, that of its class. */
  protected String name() {
    return getClass().getSimpleName();
  }

  /** Return what else there is to show: lengths and numbers that are chosen and not learned. */
  protected String settings() {
    return "";
  }

  /** Name and settings, then each part on a line of its own. */
  @Override
  public final String toString() {
    if (parts.isEmpty()) {
      return name() + "(" + settings() + ")";
    }
    StringBuilder text = new StringBuilder(name()).append("(").append(settings());
    parts.forEach(
        (name, part) ->
            text.append("\n  (")
                .append(name)
                .append("): ")
                .append(part.toString().replace("\n", "\n  ")));
    return text.append("\n)").toString();
  }
}

package org.gradus.learn.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gradus.learn.state.Safetensors;
import org.gradus.learn.state.StateException;
import org.gradus.tensor.Tensor;

/**
 * All that the next epoch of a training depends on, but for code and data.
 *
 * <p>It is a file of the format safetensors: what belongs to the model begins with {@code model.},
 * what belongs to the optimizer with {@code optimizer.}.
 *
 * @param model the state of the model
 * @param optimizer the state of the optimizer
 * @param history of the epochs so far
 * @param seed of what is drawn
 */
// [impl->learn~checkpoint~1]
public record Checkpoint(
    Map<String, Tensor> model, Map<String, Tensor> optimizer, History history, long seed) {

  private static final String MODEL = "model.";
  private static final String OPTIMIZER = "optimizer.";
  private static final String HISTORY = "history";
  private static final String SEED = "seed";

  /**
   * Write the file whole or not at all.
   *
   * @throws java.io.UncheckedIOException if it cannot be written; what stood there stays
   */
  public void write(Path file) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    model.forEach((name, tensor) -> tensors.put(MODEL + name, tensor));
    optimizer.forEach((name, tensor) -> tensors.put(OPTIMIZER + name, tensor));
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(HISTORY, history.text());
    texts.put(SEED, Long.toString(seed));
    new Safetensors(tensors, texts).write(file);
  }

  /**
   * Read a file.
   *
   * @throws StateException if it is missing, cannot be read, is damaged, or is no checkpoint
   */
  public static Checkpoint read(Path file) {
    Safetensors all = Safetensors.read(file);
    try {
      return new Checkpoint(
          part(all, MODEL),
          part(all, OPTIMIZER),
          History.parse(text(all, HISTORY)),
          Long.parseLong(text(all, SEED)));
    } catch (IllegalArgumentException e) {
      throw new StateException(
          """
          read %s: the file must be a checkpoint, which a training writes after an epoch
            reason  %s
          give another file"""
              .formatted(file, String.valueOf(e.getMessage())));
    }
  }

  private static Map<String, Tensor> part(Safetensors all, String prefix) {
    Map<String, Tensor> part = new LinkedHashMap<>();
    all.tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
              }
            });
    return part;
  }

  private static String text(Safetensors all, String name) {
    return Optional.ofNullable(all.metadata().get(name))
        .orElseThrow(() -> new IllegalArgumentException("it has no text \"" + name + "\""));
  }
}

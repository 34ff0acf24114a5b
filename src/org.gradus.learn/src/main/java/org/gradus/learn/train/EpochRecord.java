package org.gradus.learn.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one epoch has come to.
 *
 * @param epoch from 1
 * @param learningRate of the first group of parameters, per step
 * @param values by name, in order: the loss in training, then what was measured on held-out data
 */
// [impl->learn~history~1]
public record EpochRecord(int epoch, double learningRate, Map<String, Double> values) {

  /** The name of the mean loss over the batches of the epoch, as they were trained on. */
  public static final String TRAINING_LOSS = "training loss";

  /** The name of the mean loss over held-out data, after the epoch. */
  public static final String VALIDATION_LOSS = "validation loss";

  /** Copy the values, in their order. */
  public EpochRecord {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Return the mean loss over the batches of the epoch, each at the parameters it was met with. */
  public double trainingLoss() {
    return value(TRAINING_LOSS).orElseThrow();
  }

  /** Return the mean loss over held-out data; empty where there is none. */
  public OptionalDouble validationLoss() {
    return value(VALIDATION_LOSS);
  }

  /** Return what was measured under a name; empty where nothing was. */
  public OptionalDouble value(String name) {
    Double value = values.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}

package org.gradus.learn;

import java.util.ArrayList;
import java.util.List;

/** What a training has seen: the step, the loss and the parameters, in the order of the steps. */
// [impl->learn~training-log~1]
public final class TrainingLog {

  /**
   * One moment of a training.
   *
   * @param step how many steps have been taken, a count
   * @param loss the loss at the parameters
   * @param parameters the parameters, in row-major order
   */
  public record Entry(int step, double loss, List<Double> parameters) {

    /** Copy the parameters. */
    public Entry {
      parameters = List.copyOf(parameters);
    }

    /** Return the parameters as an array. */
    public double[] w() {
      return parameters.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /** Write down one moment and return it. */
  public Entry add(int step, double loss, double[] parameters) {
    List<Double> copy = new ArrayList<>(parameters.length);
    for (double parameter : parameters) {
      copy.add(parameter);
    }
    Entry entry = new Entry(step, loss, copy);
    entries.add(entry);
    return entry;
  }

  /** List what was written down; a copy. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Return the steps of all entries. */
  public double[] steps() {
    return entries.stream().mapToDouble(Entry::step).toArray();
  }

  /** Return the losses of all entries. */
  public double[] losses() {
    return entries.stream().mapToDouble(Entry::loss).toArray();
  }
}

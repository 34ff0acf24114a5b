package org.gradus.learn.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.learn.metric.Accumulator;

/** Means over samples, by name, of what is known of each batch. */
final class Means {

  private final Map<String, Accumulator> sums = new LinkedHashMap<>();

  /** Count the mean of a batch as often as it has samples. */
  void add(String name, double mean, int samples) {
    sums.computeIfAbsent(name, any -> Accumulator.of(2)).add(mean * samples, samples);
  }

  /** Return a mean; NaN where nothing was added. */
  double of(String name) {
    Accumulator sum = sums.getOrDefault(name, Accumulator.of(2));
    return sum.at(0) / sum.at(1);
  }

  /** Return all means, in the order in which their names first came. */
  Map<String, Double> all() {
    Map<String, Double> all = new LinkedHashMap<>();
    sums.keySet().forEach(name -> all.put(name, of(name)));
    return all;
  }
}

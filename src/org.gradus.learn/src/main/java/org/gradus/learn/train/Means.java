package org.gradus.learn.train;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means over samples, by name, of what is known of each batch. */
final class Means {

  private final Map<String, double[]> sums = new LinkedHashMap<>();

  /** Count the mean of a batch as often as it has samples. */
  void add(String name, double mean, int samples) {
    double[] sum = sums.computeIfAbsent(name, any -> new double[2]);
    sum[0] += mean * samples;
    sum[1] += samples;
  }

  /** Return a mean; NaN where nothing was added. */
  double of(String name) {
    double[] sum = sums.getOrDefault(name, new double[2]);
    return sum[0] / sum[1];
  }

  /** Return all means, in the order in which their names first came. */
  Map<String, Double> all() {
    Map<String, Double> all = new LinkedHashMap<>();
    sums.keySet().forEach(name -> all.put(name, of(name)));
    return all;
  }
}

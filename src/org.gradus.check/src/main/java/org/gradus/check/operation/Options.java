package org.gradus.check.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.tensor.op.Draw;

/** Values of the options of an operation, as they are drawn. */
final class Options {
  private final Map<String, Map<Object, Integer>> drawn = new TreeMap<>();

  /**
   * What was drawn of an option: how many of its values were, often enough, and how many should.
   */
  record Tried(String name, long values, long least) {}

  /** The same draw, whose options are noted. */
  Draw noted(Draw draw) {
    return new Noted(draw);
  }

  /**
   * Options in the order of their names; three values of each should be drawn, of a flag both.
   *
   * @param often how often a value must have been drawn to count
   */
  List<Tried> tried(int often) {
    return drawn.entrySet().stream()
        .map(
            option -> {
              Map<Object, Integer> values = option.getValue();
              boolean isFlag = values.keySet().iterator().next() instanceof Boolean;
              return new Tried(
                  option.getKey(),
                  values.values().stream().filter(times -> times >= often).count(),
                  isFlag ? 2 : 3);
            })
        .toList();
  }

  private final class Noted implements Draw {
    private final Draw draw;

    private Noted(Draw draw) {
      this.draw = draw;
    }

    @Override
    public <T extends Object> T option(String name, T chosen) {
      drawn.computeIfAbsent(name, first -> new HashMap<>()).merge(chosen, 1, Integer::sum);
      return draw.option(name, chosen);
    }

    @Override
    public int between(int least, int most) {
      return draw.between(least, most);
    }

    @Override
    public double real(double low, double high) {
      return draw.real(low, high);
    }

    @Override
    public int whole(int least, int most) {
      return draw.whole(least, most);
    }

    @Override
    public boolean rarely(int draws) {
      return draw.rarely(draws);
    }

    @Override
    public int rank(int least, int most) {
      return draw.rank(least, most);
    }

    @Override
    public int length(int least) {
      return draw.length(least);
    }
  }
}

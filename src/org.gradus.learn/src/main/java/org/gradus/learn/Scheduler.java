package org.gradus.learn;

import java.util.List;

/**
 * What sets the learning rates of an optimizer as time goes by.
 *
 * <pre>
 *   Scheduler scheduler = Scheduler.of(optimizer, Schedule.cosine(100, 0));
 *   for (int epoch = 0; epoch &lt; 100; epoch++) {
 *     …                         batches, each with optimizer.step()
 *     scheduler.step();         after them
 *   }
 * </pre>
 *
 * <p>Each group has its own η₀, its learning rate when this begins; a group that is added later
 * keeps the learning rate that it has. To count batches instead of epochs is to call {@code step()}
 * after each.
 */
// [impl->learn~schedule~1]
public final class Scheduler {

  private final Schedule schedule;
  private final List<Scheduled> groups;
  private int t;

  /**
   * A group and its first learning rate.
   *
   * @param first η₀
   */
  private record Scheduled(ParameterGroup group, double first) {}

  private Scheduler(Schedule schedule, List<Scheduled> groups) {
    this.schedule = schedule;
    this.groups = groups;
  }

  /** Begin a schedule: every group has η(0). */
  public static Scheduler of(Optimizer optimizer, Schedule schedule) {
    Scheduler scheduler =
        new Scheduler(
            schedule,
            optimizer.groups().stream()
                .map(group -> new Scheduled(group, group.update().learningRate()))
                .toList());
    scheduler.set();
    return scheduler;
  }

  /**
   * Go on by one: every group has η(t + 1).
   *
   * @throws IllegalArgumentException if the schedule has an end and this passes it, or it gives a
   *     learning rate that is negative or not finite
   */
  public void step() {
    moveTo(t + 1);
  }

  /**
   * Go on from a moment, as one does who resumes.
   *
   * @param moment t, a count
   * @throws IllegalArgumentException as {@link #step()}, or if t is negative
   */
  public void moveTo(int moment) {
    if (moment < 0) {
      throw new IllegalArgumentException(
          "scheduler: the moment must not be negative\n  given  " + moment);
    }
    int before = t;
    t = moment;
    try {
      set();
    } catch (IllegalArgumentException e) {
      t = before;
      throw e;
    }
  }

  /** Return t, how often this has gone on. */
  public int t() {
    return t;
  }

  /** Ask for all rates, and whether each can be one, before the first is set. */
  private void set() {
    List<Double> rates =
        groups.stream()
            .map(
                one -> one.group().update().withLearningRate(schedule.learningRate(one.first(), t)))
            .map(Update::learningRate)
            .toList();
    for (int i = 0; i < rates.size(); i++) {
      groups.get(i).group().learningRate(rates.get(i));
    }
  }
}

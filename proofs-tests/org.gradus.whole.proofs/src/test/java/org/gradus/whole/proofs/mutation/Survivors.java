package org.gradus.whole.proofs.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.learn.data.Table;
import org.gradus.whole.proofs.mutation.Mutant.Place;

/**
 * The mutants that no proof can kill, each with the reason.
 *
 * <pre>
 *   class, method, mutator, code, count, reason
 * </pre>
 *
 * <p>The count tells how many mutants of this kind survive on such lines.
 */
record Survivors(Map<Place, Reason> reasons) {
  /** Why so many mutants of one place survive. */
  record Reason(int count, String text) {}

  /** Reads the list. */
  static Survivors read(Path file) {
    Table table = Table.read(file);
    Map<Place, Reason> reasons = new TreeMap<>();
    for (int row = 0; row < table.rowCount(); row++) {
      Place place =
          new Place(
              table.text("class").get(row),
              table.text("method").get(row),
              table.text("mutator").get(row),
              table.text("code").get(row));
      int count = Integer.parseInt(table.text("count").get(row));
      String reason = table.text("reason").get(row);
      if (reasons.put(place, new Reason(count, reason)) != null) {
        throw new IllegalArgumentException(place + " is listed twice in " + file);
      }
    }
    return new Survivors(reasons);
  }

  /** Tells what is not as listed. */
  List<String> faults(List<Mutant> mutants) {
    List<String> faults = new ArrayList<>();
    Map<Place, Integer> survived = survived(mutants);
    survived.forEach(
        (place, count) -> {
          int listed = reasons.containsKey(place) ? reasons.get(place).count() : 0;
          if (count > listed) {
            faults.add("%s\n  %d survive, %d listed".formatted(place, count, listed));
          }
        });
    reasons.forEach(
        (place, reason) -> {
          int count = survived.getOrDefault(place, 0);
          if (count < reason.count()) {
            faults.add("%s\n  %d survive, %d listed".formatted(place, count, reason.count()));
          }
          if (reason.text().isBlank()) {
            faults.add("%s\n  no reason".formatted(place));
          }
        });
    return faults;
  }

  /** The list as it would have to be, with the reasons that are known; the others are empty. */
  String listOf(List<Mutant> mutants) {
    StringBuilder list = new StringBuilder("class,method,mutator,code,count,reason\n");
    survived(mutants)
        .forEach(
            (place, count) -> {
              String reason = reasons.getOrDefault(place, new Reason(0, "")).text();
              List<String> cells =
                  List.of(place.type(), place.method(), place.mutator(), place.code());
              cells.forEach(cell -> list.append(quoted(cell)).append(','));
              list.append(count).append(',').append(quoted(reason)).append('\n');
            });
    return list.toString();
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** How many mutants survived, place by place, where some did. */
  private static Map<Place, Integer> survived(List<Mutant> mutants) {
    Map<Place, Integer> survived = new TreeMap<>();
    mutants.stream()
        .filter(mutant -> !mutant.isKilled())
        .forEach(mutant -> survived.merge(mutant.place(), 1, Integer::sum));
    return survived;
  }
}

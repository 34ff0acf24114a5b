package org.gradus.learn.data;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name a person most likely meant. */
final class NearestName {

  private NearestName() {}

  /**
   * Finds the name with the fewest edits to the one asked for, upper and lower case being equal.
   *
   * <p>An edit inserts, deletes or replaces one letter. A name is near when one letter in three, or
   * a single one, differs. The first of equally near names wins.
   */
  static Optional<String> of(String asked, List<String> names) {
    return names.stream()
        .filter(name -> edits(asked, name) <= Math.max(1, asked.length() / 3))
        .min(Comparator.comparingInt(name -> edits(asked, name)));
  }

  /** Counts the edits between two names (Levenshtein, 1966), one row of the table at a time. */
  private static int edits(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

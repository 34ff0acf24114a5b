package org.gradus.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Distance between two words: the fewest letters to insert, drop or replace that turn one into the
 * other (Levenshtein), capitals set aside.
 */
final class Edits {
  private Edits() {}

  static int between(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  /** The word that is closest, if no more than two letters and less than half of it differ. */
  static Optional<String> nearest(String word, Collection<String> words) {
    return words.stream()
        .filter(other -> between(word, other) <= 2 && 2 * between(word, other) < word.length())
        .min(Comparator.comparingInt(other -> between(word, other)));
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}

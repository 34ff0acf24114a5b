package org.gradus.check.law;

import java.util.Map;

/**
 * A subject before every law.
 *
 * @param subject what was judged: {@code engine}, or the name of a mistake about it
 * @param cases number of cases that each law of random cases looked at, a count
 * @param after for each law that objected, by its name, in how many cases it was asked until it did
 * @param objections what each of these laws said, by its name
 */
public record LawVerdict(
    String subject, int cases, Map<String, Integer> after, Map<String, String> objections) {

  /** Whether no law objected. */
  public boolean keepsAll() {
    return after.isEmpty();
  }
}

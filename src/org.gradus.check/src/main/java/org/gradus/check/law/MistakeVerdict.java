package org.gradus.check.law;

/**
 * One row of the kill matrix: a mistaken engine or update before every law.
 *
 * @param name the mistake in a few words
 * @param sentence what a teacher says
 * @param law name of the law that must catch it
 * @param verdict which laws did
 */
// [impl->check~law-mistakes~1]
public record MistakeVerdict(String name, String sentence, String law, LawVerdict verdict) {

  /** Whether the law objected that should. */
  public boolean asExpected() {
    return verdict.after().containsKey(law);
  }

  /** The mistake, who should object, and who did. */
  @Override
  public String toString() {
    return name
        + ": "
        + law
        + " should object; "
        + (verdict.keepsAll()
            ? "nobody did"
            : String.join(", ", verdict.after().keySet()) + " did");
  }
}

package org.gradus.learn.data;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The reading of one cell as a number.
 *
 * <p>Decimal digits with a point and an exponent are numbers; hexadecimal digits and the suffixes
 * of Java's literals, which {@link Double#parseDouble} also takes, are not.
 */
final class NumberCell {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

  private NumberCell() {}

  /** Asks whether the cell spells a number, finite or not. */
  static boolean spellsNumber(String cell) {
    return DECIMAL.matcher(cell).matches() || spellsNotFinite(cell);
  }

  /** Asks whether the cell spells a number that no finite double holds: NaN, -inf, 1e999. */
  static boolean isNotFinite(String cell) {
    return spellsNotFinite(cell)
        || DECIMAL.matcher(cell).matches() && Double.isInfinite(Double.parseDouble(cell));
  }

  private static boolean spellsNotFinite(String cell) {
    String unsigned = cell.startsWith("-") || cell.startsWith("+") ? cell.substring(1) : cell;
    return NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT));
  }
}

package org.gradus.tensor.proofs.shapes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line that must not compile, beside its twin that must.
 *
 * @param name what is wrong
 * @param right the twin
 * @param wrong the line
 * @param code diagnostic code of javac
 * @param column where javac points in the line, counted from 1
 * @param says parts of the message, which name the types
 */
record Misfit(String name, String right, String wrong, String code, int column, List<String> says) {

  private static final String RIGHT = "right  ";
  private static final String WRONG = "wrong  ";
  private static final String SAYS = "says   ";

  /**
   * Read a case as a scene lists it.
   *
   * <pre>
   *   # what is wrong
   *   right  the twin
   *   wrong  the line
   *             ^ the diagnostic code, below the place
   *   says   a part of the message; there may be several
   * </pre>
   */
  static Misfit parse(List<String> lines) {
    String mark = lines.get(3);
    int caret = mark.indexOf('^');
    List<String> says = new ArrayList<>();
    for (String line : lines.subList(4, lines.size())) {
      says.add(after(SAYS, line));
    }
    return new Misfit(
        after("# ", lines.get(0)),
        after(RIGHT, lines.get(1)),
        after(WRONG, lines.get(2)),
        mark.substring(caret + 1).strip(),
        caret - WRONG.length() + 1,
        says);
  }

  private static String after(String start, String line) {
    if (!line.startsWith(start)) {
      throw new IllegalArgumentException("a line must start with '" + start + "': " + line);
    }
    return line.substring(start.length());
  }

  /** Tokens to delete and to insert to make the one line the other. */
  int distance() {
    List<String> a = tokens(right);
    List<String> b = tokens(wrong);
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        common[i][j] =
            a.get(i - 1).equals(b.get(j - 1))
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return a.size() + b.size() - 2 * common[a.size()][b.size()];
  }

  private static List<String> tokens(String line) {
    return Arrays.stream(line.split("(?<=\\W)|(?=\\W)")).filter(token -> !token.isBlank()).toList();
  }
}

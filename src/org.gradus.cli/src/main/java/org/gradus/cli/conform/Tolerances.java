package org.gradus.cli.conform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How far the numbers of each operation may lie from PyTorch's. */
// [impl->cli~conform-tolerances~1]
public final class Tolerances {

  private static final String BUNDLED = "tolerances.json";

  private final Map<String, Pair> byOperation;

  /**
   * The tolerances of an operation.
   *
   * @param value for its results
   * @param gradient for the gradients by its inputs
   */
  record Pair(Tolerance value, Tolerance gradient) {}

  private Tolerances(Map<String, Pair> byOperation) {
    this.byOperation = byOperation;
  }

  /** The tolerances that come along. */
  public static Tolerances bundled() {
    try (InputStream text = Tolerances.class.getResourceAsStream(BUNDLED)) {
      if (text == null) {
        throw new IllegalStateException(BUNDLED + " is missing beside " + Tolerances.class);
      }
      return parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads tolerances: {@code {"tolerances": {"exp": {"forward": {"mode": "elementwise", "rtol":
   * 4e-15}, "grad": {…}}, …}}}.
   *
   * @throws MalformedException if the text is none
   */
  public static Tolerances parse(String text) {
    Fields all = Fields.parse("the file", text).object("tolerances");
    Map<String, Pair> pairs = new LinkedHashMap<>();
    for (String name : all.names()) {
      Fields pair = all.object(name);
      pairs.put(
          name, new Pair(Tolerance.of(pair.object("forward")), Tolerance.of(pair.object("grad"))));
    }
    return new Tolerances(pairs);
  }

  Optional<Pair> of(String operation) {
    return Optional.ofNullable(byOperation.get(operation));
  }
}

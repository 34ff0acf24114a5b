package org.gradus.cli.prove;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Evidence of runs that take too long for a report, as the commands that measured it wrote it; each
 * states its date and its command.
 *
 * @param mutations how many breaks of the code its proofs notice
 * @param falseAlarms how often the proofs object to right operations
 */
public record Recorded(Optional<JsonObject> mutations, Optional<JsonObject> falseAlarms) {

  /** What comes along. */
  public static Recorded bundled() {
    return new Recorded(read("mutations.json"), read("false-alarms.json"));
  }

  private static Optional<JsonObject> read(String name) {
    try (InputStream bytes =
        Recorded.class.getResourceAsStream("/org/gradus/cli/evidence/" + name)) {
      if (bytes == null) {
        return Optional.empty();
      }
      try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
        return Optional.of(JsonParser.parseReader(text).getAsJsonObject());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    mutations.ifPresent(found -> json.add("mutations", found));
    falseAlarms.ifPresent(found -> json.add("falseAlarms", found));
    return json;
  }
}

package org.gradus.cli.prove;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a run ran on, and when: all that two runs of the same options may differ in.
 *
 * @param gradus name and version of the program
 * @param java version of Java
 * @param machine virtual machine
 * @param system operating system and processor
 * @param date day of the run, in UTC
 */
public record Versions(String gradus, String java, String machine, String system, LocalDate date) {

  /** Versions of the running program. */
  public static Versions of(String gradus, Clock clock) {
    return new Versions(
        gradus,
        property("java.version"),
        property("java.vm.name"),
        String.join(" ", List.of(property("os.name"), property("os.arch"))),
        LocalDate.ofInstant(Instant.now(clock), ZoneOffset.UTC));
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("gradus", gradus);
    json.addProperty("java", java);
    json.addProperty("machine", machine);
    json.addProperty("system", system);
    json.addProperty("date", date.toString());
    return json;
  }
}

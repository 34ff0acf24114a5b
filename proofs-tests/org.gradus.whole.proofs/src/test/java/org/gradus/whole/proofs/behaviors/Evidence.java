package org.gradus.whole.proofs.behaviors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What PyTorch 2.13 did in one executed case.
 *
 * @param id name of the case, and after a slash that of a part where a case runs several things
 * @param behaviors numbers of the behaviors it is evidence for, such as B1
 * @param outcome what came of it
 * @param warnings what was warned of
 */
record Evidence(String id, List<String> behaviors, Outcome outcome, List<String> warnings) {

  private static final String FIXTURE = "pytorch-2.13-behaviours.json";

  /** The names of gradient functions carry the number of an overload. */
  private static final Pattern OVERLOAD = Pattern.compile("(\\w+Backward)0");

  /** What came of a case. */
  sealed interface Outcome {

    /** A value was returned. */
    record Returned(Datum value) implements Outcome {}

    /**
     * An exception was raised.
     *
     * @param type its Python class
     */
    record Raised(String type, String message) implements Outcome {}
  }

  /** Reads all cases that are evidence for a behavior, by their names. */
  static Map<String, Evidence> all() {
    Map<String, Evidence> all = new LinkedHashMap<>();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Evidence.class.getResourceAsStream(FIXTURE), FIXTURE),
            StandardCharsets.UTF_8)) {
      JsonObject fixture = JsonParser.parseReader(reader).getAsJsonObject();
      for (JsonElement each : fixture.getAsJsonArray("cases")) {
        Evidence evidence = read(each.getAsJsonObject());
        if (!evidence.behaviors.isEmpty()) {
          all.put(evidence.id, evidence);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static Evidence read(JsonObject each) {
    Outcome outcome =
        each.get("ok").getAsBoolean()
            ? new Outcome.Returned(value(each.get("value")))
            : new Outcome.Raised(each.get("type").getAsString(), each.get("message").getAsString());
    return new Evidence(
        each.get("id").getAsString(),
        texts(each.getAsJsonArray("behaviours")),
        outcome,
        texts(each.getAsJsonArray("warnings")));
  }

  /**
   * Finds a part of what the case returned: an item by its position, a field by its name. A pair of
   * an exception class and a text stands for what the case caught. Which part the case was warned
   * of is not known.
   */
  Evidence part(String name) {
    if (!(outcome instanceof Outcome.Returned returned)) {
      throw new IllegalArgumentException(id + " has returned nothing that has parts");
    }
    Datum part = parts(returned.value).get(name);
    if (part == null) {
      throw new IllegalArgumentException(id + " has no part " + name);
    }
    return new Evidence(id + "/" + name, behaviors, caught(part), List.of());
  }

  /** Names the parts of what the case returned; empty where it has none. */
  List<String> partNames() {
    return outcome instanceof Outcome.Returned returned
        ? List.copyOf(parts(returned.value).keySet())
        : List.of();
  }

  private static Map<String, Datum> parts(Datum value) {
    if (value instanceof Datum.Fields fields) {
      return fields.values();
    }
    Map<String, Datum> parts = new LinkedHashMap<>();
    if (value instanceof Datum.Items items) {
      items.values().forEach(item -> parts.put("" + parts.size(), item));
    }
    return parts;
  }

  private static Outcome caught(Datum part) {
    return part instanceof Datum.Items items
            && items.values().size() == 2
            && items.values().get(0) instanceof Datum.Text type
            && type.value().endsWith("Error")
            && items.values().get(1) instanceof Datum.Text message
        ? new Outcome.Raised(type.value(), message.value())
        : new Outcome.Returned(part);
  }

  private static List<String> texts(JsonArray array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.getAsString()));
    return texts;
  }

  private static Datum value(JsonElement json) {
    if (json.isJsonNull()) {
      return new Datum.Nothing();
    }
    if (json.isJsonArray()) {
      List<Datum> items = new ArrayList<>();
      json.getAsJsonArray().forEach(item -> items.add(value(item)));
      return new Datum.Items(items);
    }
    if (json.isJsonObject()) {
      return object(json.getAsJsonObject());
    }
    if (json.getAsJsonPrimitive().isBoolean()) {
      return new Datum.Truth(json.getAsBoolean());
    }
    return json.getAsJsonPrimitive().isNumber()
        ? new Datum.Numeral(json.getAsDouble())
        : text(json.getAsString());
  }

  private static Datum text(String text) {
    return switch (text) {
      case "nan" -> new Datum.Numeral(Double.NaN);
      case "inf" -> new Datum.Numeral(Double.POSITIVE_INFINITY);
      case "-inf" -> new Datum.Numeral(Double.NEGATIVE_INFINITY);
      default -> new Datum.Text(OVERLOAD.matcher(text).replaceFirst("$1"));
    };
  }

  private static Datum object(JsonObject object) {
    if (object.has("tensor")) {
      return new Datum.Array(
          value(object.get("tensor")),
          shape(object),
          object.get("dtype").getAsString().equals("float32"),
          object.get("requires_grad").getAsBoolean(),
          !object.get("grad_fn").isJsonNull());
    }
    if (object.has("shape")) {
      return shape(object);
    }
    Map<String, Datum> fields = new LinkedHashMap<>();
    object.entrySet().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
    return new Datum.Fields(fields);
  }

  private static Datum.Shape shape(JsonObject object) {
    List<Integer> lengths = new ArrayList<>();
    object.getAsJsonArray("shape").forEach(length -> lengths.add(length.getAsInt()));
    return new Datum.Shape(lengths);
  }
}

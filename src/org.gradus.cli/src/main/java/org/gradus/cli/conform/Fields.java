package org.gradus.cli.conform;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a JSON object, read by name and kind; it remembers which were asked for.
 *
 * <p>A member that is null counts as one that is not there. Numbers may be the words NaN, Infinity
 * and -Infinity, which JSON does not know.
 */
final class Fields {

  private final String path;
  private final JsonObject object;
  private final Set<String> asked = new HashSet<>();

  private Fields(String path, JsonObject object) {
    this.path = path;
    this.object = object;
  }

  /**
   * Reads a text that holds one object, strictly as RFC 8259 has it.
   *
   * @param what the text, in words
   * @throws MalformedException if it holds something else
   */
  static Fields parse(String what, String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement element = JsonParser.parseReader(reader);
      reader.peek(); // complains of anything that follows
      return of("", what, element);
    } catch (JsonParseException | IOException e) {
      throw MalformedException.of(what, "it must hold one JSON object and nothing else", text);
    }
  }

  private static Fields of(String path, JsonElement element) {
    return of(path, path, element);
  }

  private static Fields of(String path, String what, JsonElement element) {
    if (!element.isJsonObject()) {
      throw MalformedException.of(what, "it must be a JSON object", element);
    }
    return new Fields(path, element.getAsJsonObject());
  }

  /** Where a member stands, as in {@code inputs[1].shape}. */
  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  Set<String> names() {
    return object.keySet();
  }

  boolean has(String name) {
    asked.add(name);
    return object.has(name) && !object.get(name).isJsonNull();
  }

  Fields object(String name) {
    return of(path(name), required(name));
  }

  /** The first member that nobody has asked for, as in {@code alpha = 2}. */
  Optional<String> unasked() {
    return object.entrySet().stream()
        .filter(member -> !asked.contains(member.getKey()) && !member.getValue().isJsonNull())
        .map(member -> member.getKey() + " = " + words(member.getValue()))
        .findFirst();
  }

  /** Counts a member as asked for where it is this number. */
  void allow(String name, double value) {
    if (object.get(name) instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && primitive.getAsDouble() == value) {
      asked.add(name);
    }
  }

  private static String words(JsonElement element) {
    return element instanceof JsonPrimitive primitive
        ? primitive.getAsString()
        : element.toString();
  }

  /** The members of an object that may be missing. */
  Fields objectOrNone(String name) {
    return has(name) ? object(name) : new Fields(path(name), new JsonObject());
  }

  /** Whether a member is a text. */
  boolean isText(String name) {
    asked.add(name);
    return object.get(name) instanceof JsonPrimitive primitive && primitive.isString();
  }

  String text(String name) {
    JsonElement element = required(name);
    if (element instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw MalformedException.of(path(name), "it must be a text", element);
  }

  String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (object.get(name) instanceof JsonPrimitive primitive && primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    throw MalformedException.of(path(name), "it must be true or false", object.get(name));
  }

  double number(String name) {
    return number(path(name), required(name));
  }

  double number(String name, double otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  int integer(String name) {
    return integer(path(name), required(name));
  }

  int integer(String name, int otherwise) {
    return has(name) ? integer(name) : otherwise;
  }

  /** A list of integers; a single one counts as a list of it. */
  int[] integers(String name) {
    JsonElement element = required(name);
    if (!element.isJsonArray()) {
      return new int[] {integer(path(name), element)};
    }
    return elements(name).stream().mapToInt(one -> integer(path(name), one)).toArray();
  }

  /** A list of numbers, true for 1 and false for 0. */
  double[] numbers(String name) {
    return elements(name).stream()
        .mapToDouble(
            one ->
                one instanceof JsonPrimitive primitive && primitive.isBoolean()
                    ? primitive.getAsBoolean() ? 1 : 0
                    : number(path(name), one))
        .toArray();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonElement one : elements(name)) {
      if (!(one instanceof JsonPrimitive primitive && primitive.isString())) {
        throw MalformedException.of(path(name), "it must be a list of texts", one);
      }
      texts.add(primitive.getAsString());
    }
    return texts;
  }

  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (JsonElement one : elements(name)) {
      objects.add(of(path(name) + "[" + objects.size() + "]", one));
    }
    return objects;
  }

  /** A list of objects and nulls. */
  List<Optional<Fields>> optionalObjects(String name) {
    List<Optional<Fields>> objects = new ArrayList<>();
    for (JsonElement one : elements(name)) {
      String where = path(name) + "[" + objects.size() + "]";
      objects.add(one.isJsonNull() ? Optional.empty() : Optional.of(of(where, one)));
    }
    return objects;
  }

  /**
   * A list of lists, each as an object with the members 0, 1, 2, …; null stands for an empty one.
   */
  List<Fields> rows(String name) {
    List<Fields> rows = new ArrayList<>();
    for (JsonElement one : elements(name)) {
      String where = path(name) + "[" + rows.size() + "]";
      JsonObject row = new JsonObject();
      if (!one.isJsonNull()) {
        if (!one.isJsonArray()) {
          throw MalformedException.of(where, "it must be a list", one);
        }
        for (JsonElement entry : one.getAsJsonArray()) {
          row.add(String.valueOf(row.size()), entry);
        }
      }
      rows.add(new Fields(where, row));
    }
    return rows;
  }

  private List<JsonElement> elements(String name) {
    JsonElement element = required(name);
    if (element instanceof JsonArray array) {
      return array.asList();
    }
    throw MalformedException.of(path(name), "it must be a list", element);
  }

  private JsonElement required(String name) {
    if (!has(name)) {
      throw MalformedException.missing(path(name));
    }
    return object.get(name);
  }

  private static double number(String where, JsonElement element) {
    if (element instanceof JsonPrimitive primitive) {
      if (primitive.isNumber() && Double.isFinite(primitive.getAsDouble())) {
        return primitive.getAsDouble();
      }
      if (primitive.isString()) {
        switch (primitive.getAsString()) {
          case "NaN":
            return Double.NaN;
          case "Infinity":
            return Double.POSITIVE_INFINITY;
          case "-Infinity":
            return Double.NEGATIVE_INFINITY;
          default:
        }
      }
    }
    throw MalformedException.of(
        where, "numbers must be finite, or the texts NaN, Infinity and -Infinity", element);
  }

  private static int integer(String where, JsonElement element) {
    if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
      double value = primitive.getAsDouble();
      if (value == (int) value) {
        return (int) value;
      }
    }
    throw MalformedException.of(where, "it must be an integer of 32 bits", element);
  }
}

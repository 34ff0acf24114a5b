package org.gradus.learn.state;

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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gradus.tensor.Tensor;

/**
 * What a safetensors file says of its numbers, checked in full before any is read.
 *
 * @param entries where each tensor lies, by name
 * @param metadata texts by name
 */
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {

  /**
   * Where a tensor lies.
   *
   * @param start of its first byte, from the end of the header
   * @param end of its last byte, the one after it
   */
  record Entry(ElementType type, int[] shape, long start, long end) {

    /** Read the numbers from all that follow the header. */
    Tensor read(ByteBuffer numbers) {
      ByteBuffer bytes =
          numbers.slice((int) start, (int) (end - start)).order(ByteOrder.LITTLE_ENDIAN);
      double[] values = new double[bytes.remaining() / type.size()];
      Arrays.setAll(values, any -> type.read(bytes));
      return Tensor.of(values).reshape(shape).clone();
    }
  }

  /**
   * Parse a header.
   *
   * @param size of all numbers that follow it, in bytes
   * @throws StateException if it is none, or does not describe so many bytes
   */
  static SafetensorsHeader parse(Path file, byte[] json, long size) {
    Parser parser = new Parser(file);
    Map<String, Entry> entries = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    parser
        .members(json)
        .forEach(
            (name, element) -> {
              if (name.equals(Safetensors.METADATA)) {
                metadata.putAll(parser.texts(element));
              } else {
                entries.put(name, parser.entry(name, element));
              }
            });
    parser.requireGapless(entries, size);
    return new SafetensorsHeader(entries, metadata);
  }

  /** The rules of a header, and the file that messages name. */
  private record Parser(Path file) {

    private StateException damaged(String rule, Object given) {
      return StateException.damaged(file, rule, given);
    }

    Map<String, JsonElement> members(byte[] json) {
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        Map<String, JsonElement> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          if (members.put(name, JsonParser.parseReader(reader)) != null) {
            throw damaged("a name must stand in the header once", "\"" + name + "\" twice");
          }
        }
        reader.endObject();
        reader.peek(); // complains of anything that follows
        return members;
      } catch (CharacterCodingException e) {
        throw damaged("the header must be text in UTF-8", "other bytes");
      } catch (JsonParseException | IllegalStateException | IOException e) {
        throw damaged("the header must be one JSON object", String.valueOf(e.getMessage()));
      }
    }

    Map<String, String> texts(JsonElement element) {
      Map<String, String> texts = new LinkedHashMap<>();
      if (element instanceof JsonObject object) {
        for (Map.Entry<String, JsonElement> one : object.entrySet()) {
          if (one.getValue() instanceof JsonPrimitive text && text.isString()) {
            texts.put(one.getKey(), text.getAsString());
          } else {
            throw damaged("__metadata__ must hold texts alone", excerpt(element));
          }
        }
        return texts;
      }
      throw damaged("__metadata__ must hold texts alone", excerpt(element));
    }

    Entry entry(String name, JsonElement element) {
      if (element instanceof JsonObject object
          && object.get("dtype") instanceof JsonPrimitive type
          && object.get("shape") instanceof JsonArray shape
          && object.get("data_offsets") instanceof JsonArray offsets
          && offsets.size() == 2) {
        return entry(
            name, type(name, type.getAsString()), lengths(name, shape), lengths(name, offsets));
      }
      throw damaged(
          "tensor \"%s\" must have a dtype, a shape and two data_offsets".formatted(name),
          excerpt(element));
    }

    private Entry entry(String name, ElementType type, long[] shape, long[] offsets) {
      long bytes = type.size();
      for (long length : shape) {
        bytes = length == 0 ? 0 : Math.multiplyHigh(bytes, length) == 0 ? bytes * length : -1;
        if (bytes < 0 || length > Integer.MAX_VALUE) {
          throw damaged(
              "tensor \"%s\" must have less than 2 GiB".formatted(name), Arrays.toString(shape));
        }
      }
      if (offsets[1] - offsets[0] != bytes) {
        throw damaged(
            "tensor \"%s\" must have the bytes of its shape, %s of %s, which are %d"
                .formatted(name, Arrays.toString(shape), type, bytes),
            offsets[1] - offsets[0]);
      }
      return new Entry(
          type, Arrays.stream(shape).mapToInt(Math::toIntExact).toArray(), offsets[0], offsets[1]);
    }

    private ElementType type(String name, String type) {
      List<ElementType> known = List.of(ElementType.values());
      return known.stream()
          .filter(one -> one.name().equals(type))
          .findFirst()
          .orElseThrow(
              () -> damaged("tensor \"%s\" must have a type of %s".formatted(name, known), type));
    }

    private long[] lengths(String name, JsonArray array) {
      return StreamSupport.stream(array.spliterator(), false)
          .mapToLong(element -> length(name, element))
          .toArray();
    }

    private long length(String name, JsonElement element) {
      if (element instanceof JsonPrimitive number && number.isNumber()) {
        double value = number.getAsDouble();
        if (value >= 0 && value == Math.rint(value) && value <= 1L << 53) {
          return (long) value;
        }
      }
      throw damaged(
          "lengths and offsets of tensor \"%s\" must be whole and not negative".formatted(name),
          excerpt(element));
    }

    /** Each tensor begins where the one before ends, and the last one ends with the file. */
    void requireGapless(Map<String, Entry> entries, long size) {
      var inOrder =
          entries.entrySet().stream()
              .sorted(
                  Map.Entry.comparingByValue(
                      Comparator.comparingLong(Entry::start).thenComparingLong(Entry::end)))
              .toList();
      long end = 0;
      for (var one : inOrder) {
        if (one.getValue().start() != end) {
          throw damaged(
              "tensor \"%s\" must begin where the one before ends, at byte %d"
                  .formatted(one.getKey(), end),
              one.getValue().start());
        }
        end = one.getValue().end();
      }
      if (end != size) {
        throw damaged(
            "the numbers must end with the file, which has %d bytes of them".formatted(size), end);
      }
    }

    private static String excerpt(JsonElement element) {
      String text = element.toString();
      return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
  }
}

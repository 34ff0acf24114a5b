package org.gradus.whole.proofs.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Code that was broken in one place on purpose, and what the proofs said.
 *
 * @param place where, and how
 * @param line the line it stood on
 * @param killed whether a proof failed, or never ended
 */
record Mutant(Place place, int line, boolean killed) {

  /**
   * Reads the report of a run of PIT.
   *
   * @param sources the folders in which the packages of the source begin
   */
  static List<Mutant> read(Path report, List<Path> sources) throws IOException {
    Map<String, List<String>> read = new HashMap<>();
    List<Mutant> mutants = new ArrayList<>();
    NodeList nodes = parsed(report).getElementsByTagName("mutation");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element node = (Element) nodes.item(i);
      String type = text(node, "mutatedClass");
      int line = Integer.parseInt(text(node, "lineNumber"));
      String file =
          type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + text(node, "sourceFile");
      if (!read.containsKey(file)) {
        read.put(file, lines(file, sources));
      }
      Place place =
          new Place(
              type,
              text(node, "mutatedMethod"),
              text(node, "mutator").replaceAll(".*\\.|Mutator$", ""),
              read.get(file).get(line - 1).strip());
      mutants.add(new Mutant(place, line, node.getAttribute("detected").equals("true")));
    }
    return mutants;
  }

  private static Element parsed(Path report) throws IOException {
    try (InputStream in = Files.newInputStream(report)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(report + " cannot be read", e);
    }
  }

  private static String text(Element node, String name) {
    return node.getElementsByTagName(name).item(0).getTextContent();
  }

  private static List<String> lines(String file, List<Path> sources) throws IOException {
    try (Stream<Path> found =
        sources.stream().map(folder -> folder.resolve(file)).filter(Files::exists)) {
      return Files.readAllLines(
          found.findFirst().orElseThrow(() -> new IOException("no source of " + file)));
    }
  }

  /**
   * A place in the code, and what was done to it. It stays the same when lines above it come or go.
   *
   * @param type the class
   * @param method the method; a lambda in it has a name of its own
   * @param mutator what was done, in PIT's word
   * @param code the line, without the white space around it
   */
  record Place(String type, String method, String mutator, String code)
      implements Comparable<Place> {

    /** The package of the class. */
    String bundle() {
      return type.substring(0, type.lastIndexOf('.'));
    }

    @Override
    public int compareTo(Place other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return "%s.%s, %s: %s".formatted(type, method, mutator, code);
    }
  }
}

package org.gradus.whole.proofs.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * @param verdict what came of it
 */
record Mutant(Place place, int line, Verdict verdict) {

  /** What the proofs said of a mutant. */
  enum Verdict {
    /** A proof failed. */
    FAILED,
    /** A proof went on for so long that it was stopped: a loop without end, or a slow machine. */
    TIMED_OUT,
    /** No proof noticed. */
    SURVIVED;

    private static Verdict of(Element mutation) {
      if (!mutation.getAttribute("detected").equals("true")) {
        return SURVIVED;
      }
      return mutation.getAttribute("status").equals("TIMED_OUT") ? TIMED_OUT : FAILED;
    }
  }

  /** Asks whether a proof failed, or never ended. */
  boolean isKilled() {
    return verdict != Verdict.SURVIVED;
  }

  /**
   * Reads the reports of several runs of PIT. Where two of them judge the same source file, the
   * later one counts; where the file is gone, none does.
   *
   * @param sources the folders in which the packages of the source begin
   * @throws IOException if a file has changed since it was judged
   */
  static List<Mutant> read(List<Path> reports, List<Path> sources) throws IOException {
    Map<Path, FileTime> written = new HashMap<>();
    for (Path report : reports) {
      written.put(report, Files.getLastModifiedTime(report));
    }
    Map<String, List<Element>> latest = new TreeMap<>();
    Map<String, FileTime> judged = new HashMap<>();
    for (Path report : reports.stream().sorted(Comparator.comparing(written::get)).toList()) {
      Map<String, List<Element>> files =
          mutations(report).stream().collect(Collectors.groupingBy(Mutant::file));
      latest.putAll(files);
      files.keySet().forEach(file -> judged.put(file, written.get(report)));
    }
    List<Mutant> mutants = new ArrayList<>();
    for (Map.Entry<String, List<Element>> entry : latest.entrySet()) {
      for (Path source : in(sources, entry.getKey())) {
        if (Files.getLastModifiedTime(source).compareTo(judged.get(entry.getKey())) > 0) {
          throw new IOException(entry.getKey() + " has changed since its mutants were judged");
        }
        List<String> code = Files.readAllLines(source);
        entry.getValue().forEach(node -> mutants.add(of(node, code)));
      }
    }
    return mutants;
  }

  private static List<Element> mutations(Path report) throws IOException {
    NodeList nodes = parsed(report).getElementsByTagName("mutation");
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
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

  private static String file(Element node) {
    String type = text(node, "mutatedClass");
    return type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/')
        + text(node, "sourceFile");
  }

  private static String text(Element node, String name) {
    return node.getElementsByTagName(name).item(0).getTextContent();
  }

  private static List<Path> in(List<Path> sources, String file) {
    return sources.stream().map(folder -> folder.resolve(file)).filter(Files::exists).toList();
  }

  private static Mutant of(Element node, List<String> code) {
    int line = Integer.parseInt(text(node, "lineNumber"));
    Place place =
        new Place(
            text(node, "mutatedClass"),
            text(node, "mutatedMethod"),
            text(node, "mutator").replaceAll(".*\\.|Mutator$", ""),
            code.get(line - 1).strip());
    return new Mutant(place, line, Verdict.of(node));
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

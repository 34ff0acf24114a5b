package org.gradus.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Element of a web page: a name, attributes, and texts and elements inside. All text is escaped.
 *
 * @param name name as HTML has it, for example {@code td}
 * @param attributes values by name, in the order they are written
 * @param inside markup of what is inside, in order
 */
public record Element(String name, Map<String, String> attributes, List<String> inside) {

  /** Returns an element with nothing inside. */
  public static Element of(String name) {
    return new Element(name, Map.of(), List.of());
  }

  /** Returns an element with a text inside. */
  public static Element of(String name, String text) {
    return of(name).withText(text);
  }

  /** Returns an element with others inside. */
  public static Element of(String name, List<Element> elements) {
    return new Element(name, Map.of(), elements.stream().map(Element::html).toList());
  }

  /** Returns a link. */
  public static Element link(String address, String text) {
    return of("a", text).withAttribute("href", address);
  }

  /** Returns this element with one more attribute. */
  public Element withAttribute(String attribute, String value) {
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(attribute, value);
    return new Element(name, more, inside);
  }

  /** Returns this element with a text after what is inside. */
  public Element withText(String text) {
    return withMarkup(Markup.escaped(text));
  }

  /** Returns this element with another one after what is inside. */
  public Element with(Element element) {
    return withMarkup(element.html());
  }

  private Element withMarkup(String markup) {
    List<String> more = new ArrayList<>(inside);
    more.add(markup);
    return new Element(name, attributes, more);
  }

  /** Returns the element as markup that is HTML and well-formed XML. */
  public String html() {
    String opened =
        attributes.entrySet().stream()
            .map(entry -> " %s=\"%s\"".formatted(entry.getKey(), Markup.escaped(entry.getValue())))
            .collect(Collectors.joining("", "<" + name, ">"));
    return opened + String.join("", inside) + "</" + name + ">";
  }
}

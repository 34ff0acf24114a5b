package org.gradus.cli.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradus.study.Element;

/**
 * A table of a page.
 *
 * @param caption what it shows
 * @param head the titles of its columns
 * @param rows cells of each row
 */
record Table(String caption, List<String> head, List<List<Element>> rows) {

  static Table of(String caption, List<String> head) {
    return new Table(caption, List.copyOf(head), new ArrayList<>());
  }

  /** Add a row; the first cell is its head. */
  void add(List<Element> cells) {
    rows.add(List.copyOf(cells));
  }

  /** Add a row of texts. */
  void add(String... texts) {
    add(
        Stream.concat(
                Stream.of(head(Element.of("span", texts[0]))),
                Stream.of(texts).skip(1).map(Table::cell))
            .toList());
  }

  /** The table in a box that scrolls sideways where it is too wide. */
  Element element() {
    Element body = Element.of("tbody", rows.stream().map(row -> Element.of("tr", row)).toList());
    Element titles =
        Element.of(
            "tr",
            head.stream()
                .map(title -> Element.of("th", title).withAttribute("scope", "col"))
                .toList());
    return Element.of(
        "section",
        List.of(
            Element.of(
                "table",
                List.of(
                    Element.of("caption", caption), Element.of("thead", List.of(titles)), body))));
  }

  /** The table in smaller type, for many columns. */
  Element wide() {
    return element().withAttribute("class", "wide");
  }

  /** A table that is shown when its title is clicked. */
  static Element folded(String title, Table table) {
    return Element.of("details", List.of(Element.of("summary", title), table.element()));
  }

  /** A cell that names its row. */
  static Element head(Element inside) {
    return Element.of("th").withAttribute("scope", "row").with(inside);
  }

  static Element cell(String text) {
    return Element.of("td", text);
  }

  /** A cell that stands to the right, as numbers do. */
  static Element number(String text) {
    return cell(text).withAttribute("class", "n");
  }

  /** A count; none is a dash. */
  static Element count(long count) {
    return number(count == 0 ? "–" : grouped(count));
  }

  /** A count whose ground is the darker the larger its share is. */
  static Element shaded(long count, long of) {
    return count(count).withAttribute("style", "--share: " + (of == 0 ? 0 : 60 * count / of) + "%");
  }

  /** What is as it should be, and what is not, told apart by a word and not by color alone. */
  static Element verdict(boolean good, String text) {
    return cell(text).withAttribute("class", good ? "good" : "bad");
  }

  /** A verdict in one of two words. */
  static Element verdict(boolean good, String right, String wrong) {
    return verdict(good, good ? "✓ " + right : "✗ " + wrong);
  }

  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Size of an error. */
  static String error(double value) {
    if (value == 0) {
      return "0";
    }
    return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, "%.1e", value);
  }
}

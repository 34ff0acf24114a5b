package org.gradus.cli.prove;

import java.util.List;
import org.gradus.study.Element;
import org.gradus.study.Page;

/** What the pages of a report have in common. */
final class Sheets {
  /** Blue and vermilion of the palette of Okabe and Ito, which the color-blind tell apart. */
  private static final String STYLE =
      """
      :root { --good: #0072b2; --bad: #b34700; }
      @media (prefers-color-scheme: dark) { :root { --good: #56b4e9; --bad: #ffa04d; } }
      main { max-width: 96rem; }
      a { color: var(--good); }
      section, article, details, dl, nav, h3 { grid-column: 1 / -1; min-width: 0; }
      article { display: grid; gap: .75rem; border-top: 2px solid var(--line); padding-top: 1rem; }
      article > * { min-width: 0; }
      summary { cursor: pointer; color: var(--good); padding: .2rem 0 .6rem; }
      h3 { font-size: 1.1rem; margin: 0; }
      table { font-size: .86rem; }
      th, td { padding: .3rem .6rem; }
      thead th { vertical-align: bottom; text-align: left; }
      tbody th { position: sticky; left: 0; background: var(--card); }
      tbody th a { white-space: nowrap; }
      .wide table { font-size: .75rem; }
      .wide th, .wide td { padding: .3rem .3rem; }
      td.n { text-align: right; white-space: nowrap; background: color-mix(in srgb, var(--good) var(--share, 0%), transparent); }
      td.good, td.bad { white-space: nowrap; }
      td.good { color: var(--good); }
      td.bad { color: var(--bad); font-weight: 700; }
      dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 0; }
      dl div { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .7rem 1rem; }
      dt { color: var(--soft); font-size: .86rem; }
      dd { margin: 0; font-size: 1.25rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
      dd.bad { color: var(--bad); font-weight: 700; }
      nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
      code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
      @media print {
        :root { --paper: #ffffff; --card: #ffffff; --ink: #000000; }
        main { display: block; max-width: none; padding: 0; }
        main > * { margin-bottom: .8rem; }
        section { overflow: visible; border: 0; }
        table { font-size: 6.5pt; }
        th, td { padding: 1pt 3pt; }
        tr, h2, h3, dl div { break-inside: avoid; }
        h2, h3 { break-after: avoid; }
      }
      """;

  private Sheets() {}

  static Page page(String title) {
    return Page.of(title).withStyle(STYLE);
  }

  /** A figure that a reader looks for first. */
  record Figure(String name, String value, boolean good) {
    private Element element() {
      Element number = Element.of("dd", value);
      return Element.of(
          "div",
          List.of(Element.of("dt", name), good ? number : number.withAttribute("class", "bad")));
    }
  }

  static Element figures(List<Figure> figures) {
    return Element.of("dl", figures.stream().map(Figure::element).toList());
  }

  static Element heading(String id, String text) {
    return Element.of("h2", text).withAttribute("id", id);
  }

  static Element paragraph(String text) {
    return Element.of("p", text);
  }

  /** When and on what a run was measured. */
  static String origin(Run run) {
    Versions versions = run.versions();
    return "%s on Java %s (%s), %s, %s; seed %d, %s cases for each operation."
        .formatted(
            versions.gradus(),
            versions.java(),
            versions.machine(),
            versions.system(),
            versions.date(),
            run.plan().seed(),
            Table.grouped(run.plan().tries()));
  }
}

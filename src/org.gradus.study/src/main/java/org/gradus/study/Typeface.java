package org.gradus.study;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The outlines and widths of Liberation Sans, read from a file on the class path, so that text
 * looks alike on every machine and needs no font installed.
 *
 * <p>Its widths are those of Arial and Helvetica, which a reader of SVG has in its place. A
 * character the typeface lacks is drawn as an empty box. License of the font: SIL Open Font License
 * 1.1.
 */
final class Typeface {

  /** The families with these widths, first the one measured. */
  static final String FAMILIES = "Liberation Sans, Arimo, Arial, Helvetica, sans-serif";

  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final Typeface SANS = read();

  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;
  private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

  /** Width and outline of one character, in units of the font, y upward. */
  private record Glyph(double width, GeneralPath outline) {}

  private Typeface(TrueTypeFont font) throws IOException {
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static Typeface sans() {
    return SANS;
  }

  private static Typeface read() {
    try (InputStream file = Loader.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(
            """
            typeface: the font of the charts is missing
              resource : %s
            put org.apache.pdfbox:pdfbox on the class path"""
                .formatted(FILE));
      }
      return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Measures a text, in pixels, for letters of the given size. */
  double width(String text, double size) {
    return text.codePoints().mapToDouble(c -> glyph(c).width()).sum() * size / unitsPerEm;
  }

  /** Returns the outline of a text that starts at the origin of the picture, y downward. */
  GeneralPath outline(String text, double size) {
    double scale = size / unitsPerEm;
    GeneralPath outline = new GeneralPath();
    double pen = 0;
    for (int character : text.codePoints().toArray()) {
      Glyph glyph = glyph(character);
      var placed = new AffineTransform(scale, 0, 0, -scale, pen * scale, 0);
      outline.append(glyph.outline().getPathIterator(placed), false);
      pen += glyph.width();
    }
    return outline;
  }

  /** Shortens a text with an ellipsis until it is no wider than {@code width} pixels. */
  String fitted(String text, double size, double width) {
    if (width(text, size) <= width) {
      return text;
    }
    int[] characters = text.codePoints().toArray();
    int kept = characters.length;
    String shortened;
    do {
      kept--;
      shortened = new String(characters, 0, kept).stripTrailing() + "…";
    } while (kept > 0 && width(shortened, size) > width);
    return shortened;
  }

  private Glyph glyph(int character) {
    return glyphs.computeIfAbsent(character, this::readGlyph);
  }

  private Glyph readGlyph(int character) {
    try {
      int id = characters.getGlyphId(character);
      GlyphData data = font.getGlyph().getGlyph(id);
      GeneralPath outline = data == null ? new GeneralPath() : data.getPath();
      return new Glyph(font.getAdvanceWidth(id), outline);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

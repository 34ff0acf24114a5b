package org.gradus.study;

import java.util.List;

/**
 * An opaque color of the sRGB space.
 *
 * @param rgb red, green and blue, eight bits each, red highest: 0x000000 to 0xFFFFFF
 */
public record Color(int rgb) {

  /** The paper under everything. */
  public static final Color PAPER = new Color(0xFFFFFF);

  /** Titles. */
  public static final Color INK = new Color(0x1F2328);

  /** Labels and numbers. */
  public static final Color SOFT_INK = new Color(0x57606A);

  /** Lines of the grid. */
  public static final Color GRID = new Color(0xE7EAEE);

  /** Lines of the axes. */
  public static final Color AXIS = new Color(0xAFB8C1);

  /**
   * Colors for one series after the other, told apart by color-blind eyes.
   *
   * <p>Source: Okabe and Ito, "Color Universal Design", 2008; yellow, too pale for lines on white,
   * is left out.
   */
  public static final List<Color> SERIES =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x1F2328));

  /**
   * Checks the bits.
   *
   * @throws IllegalArgumentException if a bit above the lowest 24 is set
   */
  public Color {
    if (rgb >>> 24 != 0) {
      throw new IllegalArgumentException(
          "color: red, green and blue take 24 bits\n  given : 0x%X\nleave alpha out"
              .formatted(rgb));
    }
  }

  /** Returns the color as a web color: {@code #0072B2}. */
  public String hex() {
    return "#%06X".formatted(rgb);
  }

  /**
   * Mixes two colors.
   *
   * <pre>
   *   (1 - t)·this + t·other      t: from 0 to 1
   * </pre>
   */
  public Color mixedWith(Color other, double t) {
    return new Color(mixed(other, t, 16) | mixed(other, t, 8) | mixed(other, t, 0));
  }

  private int mixed(Color other, double t, int shift) {
    double from = rgb >> shift & 0xFF;
    double to = other.rgb >> shift & 0xFF;
    return (int) Math.round((1 - t) * from + t * to) << shift;
  }
}

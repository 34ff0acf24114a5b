package org.gradus.tensor.op;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where sampled operands come from: pieces of the real line, and single numbers.
 *
 * <p>A number keeps {@link #ROOM} from both ends of its piece, by construction and not by
 * filtering. Each piece is as likely as another, so that every branch of a function with kinks is
 * reached. A single number is drawn exactly: one where a derivative is zero, terms cancel, or a
 * function saturates, which a draw from an interval would never be.
 *
 * @param pieces intervals, the plainest first
 * @param points single numbers, one draw in {@value #SINGLE}; none of them at a singularity
 */
public record Domain(List<Piece> pieces, List<Double> points) {
  /** Distance kept from both ends of a piece, in units of the operand. */
  public static final double ROOM = 0.05;

  private static final int SINGLE = 4;

  /** Numbers of size one on both sides of zero, and zero itself. */
  public static final Domain AROUND_ZERO = between(-2, 2).and(0);

  /** Numbers between one half and three. */
  public static final Domain POSITIVE = between(0.5, 3);

  /**
   * Numbers of size one on both sides of zero, none of them near it: for a pole or a kink there.
   */
  public static final Domain AWAY_FROM_ZERO =
      new Domain(List.of(new Piece(0.4, 2.5), new Piece(-2.5, -0.4)));

  /**
   * Interval.
   *
   * @param low lower end
   * @param high upper end, at least twice {@link #ROOM} above
   */
  public record Piece(double low, double high) {}

  /** Pieces without single numbers. */
  public Domain(List<Piece> pieces) {
    this(pieces, List.of());
  }

  /** All of one interval. */
  public static Domain between(double low, double high) {
    return new Domain(List.of(new Piece(low, high)));
  }

  /** Both sides of a kink at {@code kink}, up to a distance of {@code reach}. */
  public static Domain around(double kink, double reach) {
    return new Domain(List.of(new Piece(kink, kink + reach), new Piece(kink - reach, kink)));
  }

  /** This domain and some single numbers. */
  public Domain and(double... further) {
    return new Domain(
        pieces,
        DoubleStream.concat(points.stream().mapToDouble(x -> x), Arrays.stream(further))
            .boxed()
            .toList());
  }

  /** Draw one number. */
  public double draw(Draw draw) {
    if (!points.isEmpty() && draw.whole(1, SINGLE) == SINGLE) {
      return points.get(draw.whole(0, points.size() - 1));
    }
    Piece piece = pieces.get(draw.whole(0, pieces.size() - 1));
    return draw.real(piece.low() + ROOM, piece.high() - ROOM);
  }
}

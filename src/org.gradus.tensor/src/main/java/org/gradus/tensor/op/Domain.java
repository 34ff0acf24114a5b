package org.gradus.tensor.op;

import java.util.List;

/**
 * Pieces of the real line that sampled operands come from.
 *
 * <p>A number keeps {@link #ROOM} from both ends of its piece, by construction and not by
 * filtering. Each piece is as likely as another, so that every branch of a function with kinks is
 * reached.
 *
 * @param pieces intervals, the plainest first
 */
public record Domain(List<Piece> pieces) {
  /** Distance kept from both ends of a piece, in units of the operand. */
  public static final double ROOM = 0.05;

  /**
   * Numbers of size one on both sides of zero, where most functions have a gradient of size one.
   */
  public static final Domain AROUND_ZERO = between(-2, 2);

  /** Numbers between one half and three. */
  public static final Domain POSITIVE = between(0.5, 3);

  /** Numbers of size one on both sides of zero, none of them near it. */
  public static final Domain AWAY_FROM_ZERO =
      new Domain(List.of(new Piece(0.4, 2.5), new Piece(-2.5, -0.4)));

  /**
   * Interval.
   *
   * @param low lower end
   * @param high upper end, at least twice {@link #ROOM} above
   */
  public record Piece(double low, double high) {}

  /** All of one interval. */
  public static Domain between(double low, double high) {
    return new Domain(List.of(new Piece(low, high)));
  }

  /** Both sides of a kink at {@code kink}, up to a distance of {@code reach}. */
  public static Domain around(double kink, double reach) {
    return new Domain(List.of(new Piece(kink, kink + reach), new Piece(kink - reach, kink)));
  }

  /** Draw one number. */
  public double draw(Draw draw) {
    Piece piece = pieces.get(draw.whole(0, pieces.size() - 1));
    return draw.real(piece.low() + ROOM, piece.high() - ROOM);
  }
}

package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/** What operations share that turn each line along an axis into another line. */
public final class Lines {
  /** From 710 on exp is infinite. */
  static final double BEYOND = 750;

  static final Domain BEYOND_EXP = Domain.between(BEYOND - 2, BEYOND + 2).and(BEYOND);

  /**
   * Numbers that tie, and such that one of a line has all of the softmax; none so small that the
   * sum of the exponentials vanishes.
   */
  static final Domain SATURATING = Domain.AROUND_ZERO.and(20, 40);

  private Lines() {}

  /** Which axes a fold along one axis reduces. */
  static boolean[] along(int axis, Tensor x) {
    boolean[] reduced = new boolean[x.ndim()];
    reduced[axis] = true;
    return reduced;
  }

  /** How such an operation is called: operand and axis. */
  public interface Call {
    Tensor of(Tensor x, int axis);
  }

  /** What it does to one line, which is not empty, in any number system. */
  interface Line {
    <S extends Real<S>> List<S> of(List<S> line);
  }

  /** Sum of one line, which is not empty. */
  static <S extends Real<S>> S sum(List<S> line) {
    return line.stream().reduce(S::add).orElseThrow();
  }

  /**
   * Numbers whose exponential is infinite, in a fifth of the cases; such that one has all of the
   * softmax, in two fifths; else numbers around zero, where the terms of a gradient are of its
   * size.
   */
  static Domain exponents(Draw draw) {
    return switch (draw.whole(0, 4)) {
      case 4 -> BEYOND_EXP;
      case 3, 2 -> SATURATING;
      default -> Domain.AROUND_ZERO;
    };
  }

  static Case sample(String id, Draw draw, Domain domain, Call call, Line line) {
    int[] shape = Sample.shape(draw, draw.rank(1, 3));
    int axis = draw.option("axis", draw.between(0, shape.length - 1));
    int named = Folding.fromEitherEnd(draw, axis, shape.length);
    return Case.of(
        id + " " + Arrays.toString(shape) + " along axis " + named,
        Sample.tensor(draw, domain, shape),
        t -> call.of(t, named),
        new Naive(axis, line));
  }

  /** A case of one line. */
  static Case at(String title, Tensor x, UnaryOperator<Tensor> application, Line line) {
    return Case.of(title, x, application, new Naive(0, line));
  }

  private record Naive(int axis, Line line) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(0);
      return Cells.of(x.shape(), index -> line.of(through(x, index)).get(index[axis]));
    }

    private <S extends Real<S>> List<S> through(Cells<S> x, int[] index) {
      List<S> elements = new ArrayList<>();
      for (int i = 0; i < x.shape()[axis]; i++) {
        int[] at = index.clone();
        at[axis] = i;
        elements.add(x.at(at));
      }
      return elements;
    }
  }
}

package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/** The products of tensors: which of the typed operations serves which ranks. */
public final class Products {
  private Products() {}

  /**
   * Product of all ranks.
   *
   * @throws org.gradus.tensor.ShapeException if the operands do not meet
   */
  public static Tensor matmul(Tensor a, Tensor b) {
    ShapeCheck.product("matmul", a, b);
    if (a.ndim() == 1 && b.ndim() == 1) {
      return dot(a, b);
    }
    if (a.ndim() == 2 && b.ndim() == 1) {
      return mv(a, b);
    }
    if (a.ndim() == 1 && b.ndim() == 2) {
      return Tensor.apply(new Mv<>(matrix(b).transpose(), vector(a)));
    }
    if (a.ndim() == 2 && b.ndim() == 2) {
      return Tensor.apply(new MatMul<>(matrix(a), matrix(b)));
    }
    return batched(a, b);
  }

  /**
   * Matrix times vector.
   *
   * @throws org.gradus.tensor.ShapeException if the operands do not meet
   */
  public static Tensor mv(Tensor a, Tensor x) {
    ShapeCheck.ranks("mv", 2, a, 1, x);
    ShapeCheck.product("mv", a, x);
    return Tensor.apply(new Mv<>(matrix(a), vector(x)));
  }

  /**
   * Inner product.
   *
   * @throws org.gradus.tensor.ShapeException if the operands do not meet
   */
  public static Tensor dot(Tensor a, Tensor b) {
    ShapeCheck.ranks("dot", 1, a, 1, b);
    return Tensor.apply(new Dot<>(vector(a), vector(b)));
  }

  /** Leading axes broadcast, are folded into one, and come back afterwards. */
  private static Tensor batched(Tensor a, Tensor b) {
    Tensor left = a.ndim() == 1 ? a.unsqueeze(0) : a;
    Tensor right = b.ndim() == 1 ? b.unsqueeze(1) : b;
    int[] batch =
        Shapes.broadcast(Shapes.batch(left.shape()), Shapes.batch(right.shape())).orElseThrow();
    Tensor product = Tensor.apply(new BatchMatMul(folded(left, batch), folded(right, batch)));
    return product.reshape(Shapes.matmul(a.shape(), b.shape()).orElseThrow());
  }

  private static Tensor folded(Tensor x, int[] batch) {
    int rows = x.size(-2);
    int columns = x.size(-1);
    int[] expanded = Shapes.append(Shapes.append(batch, rows), columns);
    return x.expand(expanded).reshape(Shapes.size(batch), rows, columns);
  }

  private static Matrix<Axis, Axis> matrix(Tensor x) {
    return Matrix.of(Dim.of(Axis.class, x.size(0)), Dim.of(Axis.class, x.size(1)), x);
  }

  private static Vector<Axis> vector(Tensor x) {
    return Vector.of(Dim.of(Axis.class, x.size(0)), x);
  }

  static Case sampleMatmul(Draw draw) {
    int leftRank = draw.rank(1, 4);
    int rightRank = draw.rank(1, 4);
    int k = draw.length(0);
    int[] batch = Sample.shape(draw, Math.max(leftRank - 2, 0));
    int[] met = Sample.partnerOfRank(draw, Math.max(rightRank - 2, 0), batch);
    int[] left = leftRank == 1 ? new int[] {k} : join(batch, draw.length(0), k);
    int[] right = rightRank == 1 ? new int[] {k} : join(met, k, draw.length(0));
    return product("matmul", draw, left, right);
  }

  static Case sampleMv(Draw draw) {
    int k = draw.length(0);
    return product("mv", draw, new int[] {draw.length(0), k}, new int[] {k});
  }

  static Case sampleDot(Draw draw) {
    int k = draw.length(0);
    return product("dot", draw, new int[] {k}, new int[] {k});
  }

  private static int[] join(int[] batch, int rows, int columns) {
    return Shapes.append(Shapes.append(batch, rows), columns);
  }

  private static Case product(String id, Draw draw, int[] left, int[] right) {
    return new Case(
        id + " " + Arrays.toString(left) + " " + Arrays.toString(right),
        List.of(
            Sample.tensor(draw, Domain.AROUND_ZERO, left),
            Sample.tensor(draw, Domain.AROUND_ZERO, right)),
        t ->
            switch (id) {
              case "mv" -> t.get(0).mv(t.get(1));
              case "dot" -> t.get(0).dot(t.get(1));
              default -> t.get(0).matmul(t.get(1));
            },
        new Naive(Shapes.matmul(left, right).orElseThrow()));
  }

  /** The sum formula, for every combination of ranks. */
  private record Naive(int[] shape) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> a = operands.get(0);
      Cells<S> b = operands.get(1);
      int inner = a.shape()[a.rank() - 1];
      boolean row = a.rank() == 1;
      boolean column = b.rank() == 1;
      return Cells.of(
          shape,
          index -> {
            int batch = index.length - (row ? 0 : 1) - (column ? 0 : 1);
            int[] lead = Arrays.copyOf(index, batch);
            S sum = numbers.constant(0);
            for (int k = 0; k < inner; k++) {
              int[] left = row ? new int[] {k} : join(lead, index[batch], k);
              int[] right = column ? new int[] {k} : join(lead, k, index[index.length - 1]);
              sum = sum.add(matrixAt(a, left).mul(matrixAt(b, right)));
            }
            return sum;
          });
    }

    /** Leading axes broadcast, the last two do not. */
    private static <S extends Real<S>> S matrixAt(Cells<S> x, int[] index) {
      int[] own = Arrays.copyOfRange(index, index.length - x.rank(), index.length);
      for (int axis = 0; axis < x.rank() - 2; axis++) {
        own[axis] = x.shape()[axis] == 1 ? 0 : own[axis];
      }
      return x.at(own);
    }
  }
}

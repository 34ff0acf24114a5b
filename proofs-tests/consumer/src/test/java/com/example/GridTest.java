package com.example;

import java.util.List;
import org.gradus.check.GradientCheck;
import org.gradus.check.JacobianCheck;
import org.gradus.check.junit.GradientTest;

/** A function of matrices whose value is a matrix. */
class GridTest {

  // region matrices
  /** Y = A·B, Ā = Ȳ·Bᵀ, B̄ = Aᵀ·Ȳ, with A of 2 by 3 and B of 3 by 4 numbers. */
  @GradientTest(size = {6, 12})
  final GradientCheck product =
      JacobianCheck.ofAll(x -> a(x).times(b(x)).data())
          .vjp(
              (x, yBar) -> {
                Grid cotangent = new Grid(2, 4, yBar);
                return List.of(
                    cotangent.times(b(x).transposed()).data(),
                    a(x).transposed().times(cotangent).data());
              });

  private static Grid a(List<double[]> x) {
    return new Grid(2, 3, x.get(0));
  }

  private static Grid b(List<double[]> x) {
    return new Grid(3, 4, x.get(1));
  }
  // endregion
}

package org.gradus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/**
 * A function with a gradient, seen from outside: plain numbers go in and come out.
 *
 * <pre>
 *   y  = f(x₁, …, xₙ)
 *   x̄ᵢ = (∂y/∂xᵢ)ᵀ·ȳ        ȳ: cotangent, one number for each of y
 * </pre>
 */
public interface Subject {

  /** Name in reports. */
  String name();

  /** Compute y, in row-major order. */
  double[] value(List<Operand> x);

  /** Compute the gradient of ⟨ȳ, y⟩ by each operand, in row-major order: what is to be checked. */
  List<double[]> gradient(List<Operand> x, double[] cotangent);

  /** Function of tensors, differentiated by the graph. */
  static Subject ofTensors(String name, Function<List<Tensor>, Tensor> f) {
    return new TensorSubject(name, f);
  }

  /**
   * Function of one array, with a gradient written by hand or by any library.
   *
   * @param gradient from x and ȳ to x̄
   */
  static Subject ofArrays(
      String name, UnaryOperator<double[]> f, BiFunction<double[], double[], double[]> gradient) {
    return new Subject() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double[] value(List<Operand> x) {
        return f.apply(x.get(0).values().clone());
      }

      @Override
      public List<double[]> gradient(List<Operand> x, double[] cotangent) {
        return List.of(gradient.apply(x.get(0).values().clone(), cotangent.clone()));
      }
    };
  }

  /** Function of tensors. */
  record TensorSubject(String name, Function<List<Tensor>, Tensor> f) implements Subject {

    @Override
    public double[] value(List<Operand> x) {
      try (var off = NoGrad.on()) {
        return f.apply(x.stream().map(Operand::tensor).toList()).toArray();
      }
    }

    @Override
    public List<double[]> gradient(List<Operand> x, double[] cotangent) {
      List<Tensor> leaves = x.stream().map(o -> o.tensor().requiresGrad_()).toList();
      Tensor y = f.apply(leaves);
      if (y.requiresGrad()) {
        y.backward(Tensor.of(cotangent).reshape(y.shape()));
      }
      List<double[]> gradients = new ArrayList<>();
      for (Tensor leaf : leaves) {
        gradients.add(leaf.hasGrad() ? leaf.grad().toArray() : new double[leaf.numel()]);
      }
      return gradients;
    }
  }
}

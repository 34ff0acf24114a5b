package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gradus.check.Fault;
import org.gradus.check.Operand;
import org.gradus.check.Subject;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/** A function of tensors, differentiated by the graph. */
record TensorSubject(String name, Function<List<Tensor>, Tensor> f) implements Subject {

  @Override
  public double[] value(List<Operand> x) {
    List<Tensor> operands = x.stream().map(Operands::tensor).toList();
    try (var off = NoGrad.on()) {
      double[] y = f.apply(operands).toArray();
      for (int i = 0; i < operands.size(); i++) {
        if (operands.get(i).version() != 0) {
          throw Fault.changed("the function", "its operand " + x.get(i).name());
        }
      }
      return y;
    }
  }

  @Override
  public List<double[]> gradient(List<Operand> x, double[] cotangent) {
    List<Tensor> leaves = x.stream().map(o -> Operands.tensor(o).requiresGrad_()).toList();
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

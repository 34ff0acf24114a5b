package org.gradus.learn.proofs.nn;

import java.util.ArrayList;
import java.util.List;
import org.gradus.check.GradientCheck;
import org.gradus.check.Operand;
import org.gradus.check.Subject;
import org.gradus.learn.Module;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/** The gradients of a module by its argument and by every parameter, as a subject of checks. */
record ModuleGradients(Module<Tensor, Tensor> module) implements Subject {

  /** Check by differences, at an argument and at the parameters as they are. */
  static GradientCheck of(Module<Tensor, Tensor> module) {
    return GradientCheck.of(new ModuleGradients(module)).onlyHere();
  }

  /** The argument, and then each parameter under its name. */
  static List<Operand> operands(Module<Tensor, Tensor> module, Tensor x) {
    List<Operand> operands = new ArrayList<>();
    operands.add(new Operand("x", x.shape(), x.toArray()));
    module
        .namedParameters()
        .forEach(
            (name, parameter) -> {
              Tensor value = parameter.value().tensor().detach();
              operands.add(new Operand(name, value.shape(), value.toArray()));
            });
    return operands;
  }

  @Override
  public String name() {
    return module.toString();
  }

  @Override
  public double[] value(List<Operand> x) {
    try (var off = NoGrad.on()) {
      return module.forward(placed(x)).toArray();
    }
  }

  @Override
  public List<double[]> gradient(List<Operand> x, double[] cotangent) {
    module.zeroGrad();
    Tensor leaf = placed(x).requiresGrad_();
    Tensor y = module.forward(leaf);
    y.mul(Tensor.of(cotangent).reshape(y.shape())).sum().backward();
    List<double[]> gradients = new ArrayList<>();
    gradients.add(leaf.grad().toArray());
    module
        .parameters()
        .forEach(parameter -> gradients.add(parameter.value().tensor().grad().toArray()));
    return gradients;
  }

  /** Let the parameters have the values of the operands, and return the argument. */
  private Tensor placed(List<Operand> operands) {
    try (var off = NoGrad.on()) {
      for (int i = 1; i < operands.size(); i++) {
        module.parameters().get(i - 1).value().tensor().copy_(tensor(operands.get(i)));
      }
    }
    return tensor(operands.get(0));
  }

  private static Tensor tensor(Operand operand) {
    return Tensor.of(operand.values()).reshape(operand.shape());
  }
}

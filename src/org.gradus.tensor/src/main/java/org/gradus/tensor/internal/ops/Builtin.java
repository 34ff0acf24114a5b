package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Operations;

/** The operations that come with the library. */
public final class Builtin implements Operations {

  @Override
  public List<Operation> operations() {
    return List.of(
        Add.OPERATION,
        Sub.OPERATION,
        Mul.OPERATION,
        Div.OPERATION,
        Neg.OPERATION,
        Pow.OPERATION,
        PowTensor.OPERATION,
        Exp.OPERATION,
        Log.OPERATION,
        Log1p.OPERATION,
        Expm1.OPERATION,
        Sqrt.OPERATION,
        Abs.OPERATION,
        Square.OPERATION,
        Reciprocal.OPERATION,
        Sin.OPERATION,
        Cos.OPERATION,
        Tanh.OPERATION,
        Sigmoid.OPERATION,
        Relu.OPERATION,
        Clamp.OPERATION,
        Maximum.OPERATION,
        Minimum.OPERATION,
        Where.OPERATION,
        Clone.OPERATION,
        MatMul.OPERATION,
        Mv.OPERATION,
        Dot.OPERATION,
        Sum.OPERATION,
        SumTo.OPERATION,
        Mean.OPERATION,
        Var.OPERATION,
        Max.OPERATION,
        Min.OPERATION,
        MeanSquare.OPERATION,
        Reshape.OPERATION,
        Transpose.OPERATION,
        Permute.OPERATION,
        Expand.OPERATION,
        Squeeze.OPERATION,
        Unsqueeze.OPERATION,
        Select.OPERATION,
        Slice.OPERATION,
        IndexSelect.OPERATION,
        Cat.OPERATION,
        Stack.OPERATION);
  }
}

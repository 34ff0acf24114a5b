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
        Log2.OPERATION,
        Log10.OPERATION,
        Log1p.OPERATION,
        Expm1.OPERATION,
        Sqrt.OPERATION,
        Rsqrt.OPERATION,
        Abs.OPERATION,
        Square.OPERATION,
        Reciprocal.OPERATION,
        Sin.OPERATION,
        Cos.OPERATION,
        Atan.OPERATION,
        Atan2.OPERATION,
        Tanh.OPERATION,
        Sigmoid.OPERATION,
        LogSigmoid.OPERATION,
        Erf.OPERATION,
        Softplus.OPERATION,
        Silu.OPERATION,
        Gelu.OPERATION,
        GeluByTanh.OPERATION,
        Relu.OPERATION,
        LeakyRelu.OPERATION,
        Elu.OPERATION,
        Sign.OPERATION,
        Round.OPERATION,
        Floor.OPERATION,
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
        Conv2d.OPERATION,
        MaxPool2d.OPERATION,
        AvgPool2d.OPERATION,
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

package org.gradus.tensor;

/** The reason why a tensor has no gradient, in words. */
// [impl->autograd~gradient-absent~1]
final class GradientAbsent {
  private GradientAbsent() {}

  static String message(Tensor tensor) {
    String subject = "grad: " + tensor.signature() + " has no gradient";
    if (!tensor.isLeaf() && !tensor.retainsGrad()) {
      return subject
          + ": it is the result of "
          + tensor.gradientFunction().map(GradientFunction::name).orElse("an operation")
          + ", and gradients are kept at leaves\n"
          + "call retainGrad() before backward() to keep that of a result; an update must change the"
          + " leaf itself, in place, in a NoGrad block";
    }
    if (!tensor.requiresGrad()) {
      return subject + ": it does not require one\ncall requiresGrad_() before it is used";
    }
    return subject
        + " yet: no backward() has reached it since it was created or its gradient was cleared";
  }
}

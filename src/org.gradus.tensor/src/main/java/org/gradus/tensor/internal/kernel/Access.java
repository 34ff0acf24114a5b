package org.gradus.tensor.internal.kernel;

import org.gradus.tensor.Tensor;

/**
 * Way from a tensor to its numbers and back, for kernels alone.
 *
 * <p>{@link Tensor} hands over its one implementation when it is loaded, so that neither its array
 * nor a constructor needs to be public.
 */
public interface Access {
  /** Array of a tensor. */
  NdArray array(Tensor tensor);

  /** Tensor over an array, a leaf that requires no gradient. */
  Tensor tensor(NdArray array);
}

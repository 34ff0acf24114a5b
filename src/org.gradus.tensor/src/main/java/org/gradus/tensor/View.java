package org.gradus.tensor;

import java.util.function.UnaryOperator;
import org.gradus.tensor.internal.kernel.Layout;

/**
 * Where a view lies in its base.
 *
 * @param base tensor that is no view itself
 * @param region from the base's layout, wherever it starts, to the view's
 * @param recording whether the view was made outside of every {@link NoGrad} block
 * @param several name of the operation that made it among several views, else empty
 */
record View(Tensor base, UnaryOperator<Layout> region, boolean recording, String several) {}

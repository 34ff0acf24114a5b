/** Tensors of any rank, their typed faces, and the graph that gradients flow back through. */
@NullMarked
package org.gradus.tensor;

import org.jspecify.annotations.NullMarked;

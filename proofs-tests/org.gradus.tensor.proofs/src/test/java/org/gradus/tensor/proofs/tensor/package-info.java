/** Proofs of tensors: factories, elements, views, broadcasting, reductions and text. */
@NullMarked
package org.gradus.tensor.proofs.tensor;

import org.jspecify.annotations.NullMarked;

/** Proofs of the graph: recording, walking back, accumulating, and changing in place. */
@NullMarked
package org.gradus.tensor.proofs.autograd;

import org.jspecify.annotations.NullMarked;

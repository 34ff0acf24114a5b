/** What autograd's users know from PyTorch 2.13, held against what was executed there. */
@NullMarked
package org.gradus.whole.proofs.behaviors;

import org.jspecify.annotations.NullMarked;

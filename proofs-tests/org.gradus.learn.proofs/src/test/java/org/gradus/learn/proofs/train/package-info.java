/** Proofs of training. */
@NullMarked
package org.gradus.learn.proofs.train;

import org.jspecify.annotations.NullMarked;

/** Proofs of data, models, losses and training. */
@NullMarked
package org.gradus.learn.proofs;

import org.jspecify.annotations.NullMarked;

/** Proofs of modules. */
@NullMarked
package org.gradus.learn.proofs.nn;

import org.jspecify.annotations.NullMarked;

/** Proofs of what is learned in files. */
@NullMarked
package org.gradus.learn.proofs.state;

import org.jspecify.annotations.NullMarked;

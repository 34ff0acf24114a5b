/**
 * Proofs of the gradient tests and assertions: they pass for a right gradient and fail for a wrong.
 */
@NullMarked
package org.gradus.check.junit.proofs;

import org.jspecify.annotations.NullMarked;

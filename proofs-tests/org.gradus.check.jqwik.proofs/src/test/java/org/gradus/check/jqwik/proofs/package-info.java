/** Proofs of the contract: it passes for a right operation and fails for each wrong one. */
@NullMarked
package org.gradus.check.jqwik.proofs;

import org.jspecify.annotations.NullMarked;

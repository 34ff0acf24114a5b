/** Proofs of the oracles: each is held against another that shares no code with it. */
@NullMarked
package org.gradus.check.proofs;

import org.jspecify.annotations.NullMarked;

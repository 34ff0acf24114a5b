/** Gradient tests that are found by their package. */
@NullMarked
package org.gradus.check.junit.proofs.waves;

import org.jspecify.annotations.NullMarked;

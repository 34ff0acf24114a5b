/** What became of the code that was broken on purpose, one place at a time. */
@NullMarked
package org.gradus.whole.proofs.mutation;

import org.jspecify.annotations.NullMarked;

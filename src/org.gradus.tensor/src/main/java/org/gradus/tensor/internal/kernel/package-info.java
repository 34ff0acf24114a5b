/** Strided arrays and the loops over them: the only place where numbers are touched. */
@NullMarked
package org.gradus.tensor.internal.kernel;

import org.jspecify.annotations.NullMarked;

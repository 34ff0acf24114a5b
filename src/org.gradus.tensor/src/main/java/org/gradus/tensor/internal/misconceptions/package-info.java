/** Mistakes that people make about the operations that come with the library. */
@NullMarked
package org.gradus.tensor.internal.misconceptions;

import org.jspecify.annotations.NullMarked;

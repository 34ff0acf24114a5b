/** Checks of tensors, and of the operations of the catalogue, by every oracle. */
@NullMarked
package org.gradus.check.operation;

import org.jspecify.annotations.NullMarked;

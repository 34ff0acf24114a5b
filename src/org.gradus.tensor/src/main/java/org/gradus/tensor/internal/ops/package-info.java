/** The operations of the catalogue: each formula beside its forward line and its reverse rule. */
@NullMarked
package org.gradus.tensor.internal.ops;

import org.jspecify.annotations.NullMarked;

/** Oracles that check a gradient, or where it leads, without sharing code with it. */
@NullMarked
package org.gradus.check;

import org.jspecify.annotations.NullMarked;

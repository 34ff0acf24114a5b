/** Random numbers that checks draw. */
@NullMarked
package org.gradus.check.internal;

import org.jspecify.annotations.NullMarked;

/** What the packages of learning share and do not show. */
@NullMarked
package org.gradus.learn.internal;

import org.jspecify.annotations.NullMarked;

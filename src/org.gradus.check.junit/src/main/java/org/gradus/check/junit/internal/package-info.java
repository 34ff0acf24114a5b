/** The test engine that runs gradient tests. */
@NullMarked
package org.gradus.check.junit.internal;

import org.jspecify.annotations.NullMarked;

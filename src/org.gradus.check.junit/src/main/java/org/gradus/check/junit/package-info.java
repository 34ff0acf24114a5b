/** Gradient checks as tests of the JUnit Platform and as assertions of AssertJ. */
@NullMarked
package org.gradus.check.junit;

import org.jspecify.annotations.NullMarked;

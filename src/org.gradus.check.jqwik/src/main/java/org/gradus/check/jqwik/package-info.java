/** Generators of cases and the contract of an operation, for property tests with jqwik. */
@NullMarked
package org.gradus.check.jqwik;

import org.jspecify.annotations.NullMarked;

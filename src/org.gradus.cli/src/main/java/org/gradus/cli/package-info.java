/** The command {@code gradus}: what a user types and reads. */
@NullMarked
package org.gradus.cli;

import org.jspecify.annotations.NullMarked;

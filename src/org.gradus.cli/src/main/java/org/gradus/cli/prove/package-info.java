/** What {@code gradus prove} measures, and the files and pages it writes. */
@NullMarked
package org.gradus.cli.prove;

import org.jspecify.annotations.NullMarked;

/** Data: tables, arrays and classes from files, split, standardized, and dealt out in batches. */
@NullMarked
package org.gradus.learn.data;

import org.jspecify.annotations.NullMarked;

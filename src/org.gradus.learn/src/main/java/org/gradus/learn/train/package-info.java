/** Training: epochs over batches, what is written down of them, and going on where one stopped. */
@NullMarked
package org.gradus.learn.train;

import org.jspecify.annotations.NullMarked;

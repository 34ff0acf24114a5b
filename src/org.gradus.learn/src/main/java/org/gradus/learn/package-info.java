/** Learning by gradient descent: a linear model, its loss, its batches and the descent itself. */
@NullMarked
package org.gradus.learn;

import org.jspecify.annotations.NullMarked;

/** Numbers that judge a model: sums over batches, accuracy, error rate, confusions, R². */
@NullMarked
package org.gradus.learn.metric;

import org.jspecify.annotations.NullMarked;

/** Tables of data: reading them, standardizing their columns, and three that come along. */
@NullMarked
package org.gradus.learn.data;

import org.jspecify.annotations.NullMarked;

/** Cases that PyTorch has executed, run again with Gradus and compared. */
@NullMarked
package org.gradus.cli.conform;

import org.jspecify.annotations.NullMarked;

/** What was learned, in files: tensors by name in the format safetensors. */
@NullMarked
package org.gradus.learn.state;

import org.jspecify.annotations.NullMarked;

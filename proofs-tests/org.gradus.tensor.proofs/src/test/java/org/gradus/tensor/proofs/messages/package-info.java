/** Every message of the bundle, whole, and every remedy it offers, tried. */
@NullMarked
package org.gradus.tensor.proofs.messages;

import org.jspecify.annotations.NullMarked;

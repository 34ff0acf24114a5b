/** Modules: layers, activations, their composition, and losses. */
@NullMarked
package org.gradus.learn.nn;

import org.jspecify.annotations.NullMarked;

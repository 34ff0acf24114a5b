/**
 * What an operation is: its forward line and reverse rule, its row in the catalogue, and the slow
 * definition its oracles read. The way to add an operation of one's own.
 */
@NullMarked
package org.gradus.tensor.op;

import org.jspecify.annotations.NullMarked;

/**
 * Laws of what is no operation, the engine that walks back and the updates that train, with the
 * mistakes that people make about them.
 */
@NullMarked
package org.gradus.check.law;

import org.jspecify.annotations.NullMarked;

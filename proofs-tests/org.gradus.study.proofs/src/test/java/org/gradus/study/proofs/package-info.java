/** Proofs of charts, their files and the page of a run. */
@NullMarked
package org.gradus.study.proofs;

import org.jspecify.annotations.NullMarked;

/**
 * Charts, animations, diagrams of computations and the page of a run: what a lesson leaves behind
 * to look at.
 */
@NullMarked
package org.gradus.study;

import org.jspecify.annotations.NullMarked;

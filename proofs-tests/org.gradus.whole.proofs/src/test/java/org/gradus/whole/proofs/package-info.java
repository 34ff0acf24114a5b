/**
 * Proofs about the project as a whole: its trace, its layers, its bundles, its docs, its proofs.
 */
package org.gradus.whole.proofs;

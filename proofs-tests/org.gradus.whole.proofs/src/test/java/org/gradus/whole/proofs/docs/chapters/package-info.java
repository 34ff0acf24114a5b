/** The programs, outputs and figures that the chapters of the docs show. */
package org.gradus.whole.proofs.docs.chapters;

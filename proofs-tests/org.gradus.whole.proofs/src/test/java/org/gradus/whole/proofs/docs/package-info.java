/** What the docs show, held against the source and the output it is taken from. */
package org.gradus.whole.proofs.docs;

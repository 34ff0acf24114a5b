/** Proofs of the command: what it prints, writes and refuses. */
package org.gradus.cli.proofs;

/** The concepts and the errata of the lesson, one readable example each. */
package org.gradus.whole.proofs.lesson;

/** What the typed faces promise: what must not compile, what is caught at run time, one engine. */
package org.gradus.tensor.proofs.shapes;

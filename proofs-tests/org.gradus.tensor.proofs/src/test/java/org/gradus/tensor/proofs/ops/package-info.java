/** Each operation of the catalogue passes the contract, and what else is true of it alone. */
package org.gradus.tensor.proofs.ops;

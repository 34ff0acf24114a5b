package org.gradus.tensor.op;

import java.util.List;

/** Extension point for operations of one's own, found by {@link java.util.ServiceLoader}. */
public interface Operations {

  /** Rows to add to the catalogue. */
  List<Operation> operations();
}

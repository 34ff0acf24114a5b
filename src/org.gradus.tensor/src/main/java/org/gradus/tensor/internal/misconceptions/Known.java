package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.tensor.op.Harmless;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Misconceptions;

/** The misconceptions that come with the library, one class for each family of operations. */
public final class Known implements Misconceptions {

  @Override
  public Map<String, List<Misconception>> misconceptions() {
    Map<String, List<Misconception>> known = new TreeMap<>();
    known.putAll(Activations.MISCONCEPTIONS);
    known.putAll(Lines.MISCONCEPTIONS);
    return known;
  }

  @Override
  public Map<String, List<Harmless>> harmless() {
    return Straight.HARMLESS;
  }
}

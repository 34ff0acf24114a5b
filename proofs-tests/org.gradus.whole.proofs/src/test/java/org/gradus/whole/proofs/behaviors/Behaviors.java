package org.gradus.whole.proofs.behaviors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradus.tensor.Tensor;

/** All behaviors of the list, and the fixture they are held against. */
final class Behaviors {

  private static final Map<String, Evidence> FIXTURE = Evidence.all();

  private Behaviors() {}

  /** Lists all behaviors in the order of their numbers. */
  static List<Behavior> all() {
    return Stream.of(
            BackwardCalls.BEHAVIORS,
            GradCalls.BEHAVIORS,
            Leaves.BEHAVIORS,
            Accumulation.BEHAVIORS,
            Modes.BEHAVIORS,
            InPlace.BEHAVIORS,
            ViewsInPlace.BEHAVIORS,
            Broadcasting.BEHAVIORS,
            HigherOrder.BEHAVIORS,
            HooksAndGraph.BEHAVIORS,
            Kinks.BEHAVIORS,
            LossCalls.BEHAVIORS,
            OptimizerCalls.BEHAVIORS,
            Modules.BEHAVIORS)
        .flatMap(List::stream)
        .toList();
  }

  /** The cases that are evidence for a behavior, by their names. */
  static Map<String, Evidence> fixture() {
    return FIXTURE;
  }

  /** Finds the case of an example; empty if it has none. */
  static Optional<Evidence> evidence(Example example) {
    Optional<Evidence> whole = Optional.ofNullable(FIXTURE.get(example.caseName()));
    String part = example.title().substring(example.caseName().length());
    return part.isEmpty() ? whole : whole.map(found -> found.part(part.substring(1)));
  }

  /** A leaf that requires a gradient: {@code leaf} of the fixture. */
  static Tensor leaf(double... values) {
    return Tensor.of(values).requiresGrad_();
  }
}

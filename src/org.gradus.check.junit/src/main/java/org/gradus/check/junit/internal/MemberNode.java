package org.gradus.check.junit.internal;

import java.lang.reflect.Method;
import java.util.List;
import org.gradus.check.junit.internal.GradientTestEngine.NothingShared;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A gradient test, which holds its points; where it is misused it has none and fails. */
final class MemberNode extends AbstractTestDescriptor implements Node<NothingShared> {
  static final String METHOD = "method";
  static final String FIELD = "field";

  private final Declared declared;

  MemberNode(UniqueId parent, Declared declared) {
    super(id(parent, declared), declared.name(), source(declared));
    this.declared = declared;
  }

  static UniqueId id(UniqueId parent, Declared declared) {
    return parent.append(declared.isMethod() ? METHOD : FIELD, declared.name());
  }

  /** The place of a test in its source; the platform knows none for fields. */
  static TestSource source(Declared declared) {
    return declared.member() instanceof Method method
        ? MethodSource.from(declared.type(), method)
        : ClassSource.from(declared.type());
  }

  Declared declared() {
    return declared;
  }

  /** Draws the points that a run asks for; none where the test is misused. */
  List<Point> points(Replay replay) {
    return declared.misuse().isPresent()
        ? List.of()
        : Point.drawn(declared.asked(), replay.seed().orElse(declared.asked().seed())).stream()
            .filter(replay::runs)
            .toList();
  }

  @Override
  public Type getType() {
    return declared.misuse().isPresent() ? Type.TEST : Type.CONTAINER;
  }

  @Override
  public NothingShared execute(NothingShared context, DynamicTestExecutor dynamic) {
    declared
        .misuse()
        .ifPresent(
            message -> {
              throw new IllegalStateException(message);
            });
    return context;
  }
}

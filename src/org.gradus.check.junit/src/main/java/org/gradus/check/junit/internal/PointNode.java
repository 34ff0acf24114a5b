package org.gradus.check.junit.internal;

import org.gradus.check.Report;
import org.gradus.check.junit.internal.GradientTestEngine.NothingShared;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The test of a gradient at one point. */
final class PointNode extends AbstractTestDescriptor implements Node<NothingShared> {
  static final String SEGMENT = "point";

  private final Declared declared;
  private final Point point;

  PointNode(UniqueId parent, Declared declared, Point point) {
    super(id(parent, point), title(point), MemberNode.source(declared));
    this.declared = declared;
    this.point = point;
  }

  static UniqueId id(UniqueId parent, Point point) {
    return parent.append(SEGMENT, Integer.toString(point.number()));
  }

  private static String title(Point point) {
    return "point " + point.number() + " of seed " + point.seed() + ": " + point.title();
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public String getLegacyReportingName() {
    return declared.name() + "[" + point.number() + "]";
  }

  /**
   * Checks the gradient.
   *
   * @throws AssertionError if the report has not passed, or the test cannot be run; the message
   *     ends with how to run this point alone
   */
  @Override
  public NothingShared execute(NothingShared context, DynamicTestExecutor dynamic) {
    Report report = report();
    if (!report.passed()) {
      throw new AssertionError(report + "\n" + where());
    }
    return context;
  }

  private Report report() {
    try {
      return declared.check().at(point.x());
    } catch (RuntimeException e) {
      throw new AssertionError(declared + " throws " + e + "\n" + where(), e);
    }
  }

  private String where() {
    return "at " + point.title() + "\nto run this point alone: " + point.replay();
  }
}

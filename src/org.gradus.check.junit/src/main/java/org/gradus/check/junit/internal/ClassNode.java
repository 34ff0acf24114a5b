package org.gradus.check.junit.internal;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class with gradient tests. */
final class ClassNode extends AbstractTestDescriptor {
  static final String SEGMENT = "class";

  private final Class<?> type;

  ClassNode(UniqueId parent, Class<?> type) {
    super(parent.append(SEGMENT, type.getName()), type.getSimpleName(), ClassSource.from(type));
    this.type = type;
  }

  Class<?> type() {
    return type;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public String getLegacyReportingName() {
    return type.getName();
  }
}

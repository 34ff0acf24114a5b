package org.gradus.check.junit.internal;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/** Engine of the JUnit Platform for gradient tests. */
public final class GradientTestEngine
    extends HierarchicalTestEngine<GradientTestEngine.NothingShared> {
  private static final String ID = "gradus-gradient-test";

  /** What one test hands to the next. */
  record NothingShared() implements EngineExecutionContext {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineDescriptor engine = new EngineDescriptor(id, "Gradient tests");
    Replay replay = Replay.of(request.getConfigurationParameters());
    EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
        .addClassContainerSelectorResolver(type -> !Declared.in(type).isEmpty())
        .addSelectorResolver(new Selection(replay))
        .addTestDescriptorVisitor(context -> TestDescriptor::prune)
        .build()
        .resolve(request, engine);
    return engine;
  }

  @Override
  protected NothingShared createExecutionContext(ExecutionRequest request) {
    return new NothingShared();
  }
}

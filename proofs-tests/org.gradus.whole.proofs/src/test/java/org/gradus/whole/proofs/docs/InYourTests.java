package org.gradus.whole.proofs.docs;

import java.util.concurrent.atomic.AtomicReference;
import org.gradus.check.GradientCheck;
import org.gradus.check.junit.GradientTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a gradient test prints that fails. */
final class InYourTests {

  private InYourTests() {}

  /** A gradient without its factor two. */
  static final class Forgetful {
    @GradientTest(points = 1)
    final GradientCheck square =
        GradientCheck.of(x -> x[0] * x[0]).gradient(x -> new double[] {x[0]}).named("square");
  }

  static String replay() {
    AtomicReference<String> said = new AtomicReference<>("");
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Forgetful.class))
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().map(Throwable::getMessage).ifPresent(said::set);
              }
            });
    return said.get();
  }
}

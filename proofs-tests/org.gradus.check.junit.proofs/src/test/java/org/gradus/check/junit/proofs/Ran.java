package org.gradus.check.junit.proofs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What came of the tests that a launcher ran, in their order. */
final class Ran implements TestExecutionListener {
  private final Map<String, String> outcomes = new LinkedHashMap<>();
  private final Map<String, TestIdentifier> tests = new LinkedHashMap<>();

  /** Runs what is selected under configuration parameters. */
  static Ran of(Map<String, String> parameters, DiscoverySelector... selectors) {
    Ran ran = new Ran();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameters(parameters)
                .build(),
            ran);
    return ran;
  }

  /** What was said of each test, by its name in reports; nothing of one that passed. */
  Map<String, String> outcomes() {
    return outcomes;
  }

  /** The test of this name in reports. */
  TestIdentifier test(String name) {
    return tests.get(name);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest()) {
      tests.put(test.getLegacyReportingName(), test);
      outcomes.put(
          test.getLegacyReportingName(),
          result.getThrowable().map(thrown -> String.valueOf(thrown.getMessage())).orElse(""));
    }
  }
}

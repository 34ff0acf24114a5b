package org.gradus.check.jqwik.proofs;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract as an engine would, and keeps what came of each of its laws. */
final class Contracts implements TestExecutionListener {
  private final Map<String, String> passed = new TreeMap<>();
  private final Map<String, String> failed = new TreeMap<>();
  private final StringBuilder reported = new StringBuilder();

  /** Runs the laws of one class. */
  static Contracts run(Class<?> contract) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(contract))
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
            .build();
    Contracts contracts = new Contracts();
    LauncherFactory.create().execute(request, contracts);
    return contracts;
  }

  /** The laws that hold, and nothing. */
  Map<String, String> passed() {
    return passed;
  }

  /** The laws that are broken, and what is said about it. */
  Map<String, String> failed() {
    return failed;
  }

  /** What was printed about laws that are broken. */
  String reported() {
    return reported.toString();
  }

  @Override
  public void reportingEntryPublished(TestIdentifier law, ReportEntry entry) {
    entry.getKeyValuePairs().values().forEach(text -> reported.append(text).append('\n'));
  }

  @Override
  public void executionFinished(TestIdentifier law, TestExecutionResult result) {
    if (law.isTest()) {
      result
          .getThrowable()
          .ifPresentOrElse(
              thrown -> failed.put(law.getDisplayName(), String.valueOf(thrown.getMessage())),
              () -> passed.put(law.getDisplayName(), ""));
    }
  }
}

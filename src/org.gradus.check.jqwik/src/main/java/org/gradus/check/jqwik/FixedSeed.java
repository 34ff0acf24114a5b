package org.gradus.check.jqwik;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * One seed for every property of a run, and a limit to its tries, both from system properties.
 *
 * <pre>
 *   -Dgradus.jqwik.seed=20     a property that names no seed draws with this one
 *   -Dgradus.jqwik.tries=30    a property has at most this many tries
 * </pre>
 *
 * <p>A run under both is the same each time, and short: what a mutation run needs, which repeats
 * the proofs thousands of times. Without them nothing changes. jqwik finds it by ServiceLoader.
 */
// [impl->check~fixed-seed~1]
public final class FixedSeed implements AroundPropertyHook {
  static final String SEED = "gradus.jqwik.seed";
  static final String TRIES = "gradus.jqwik.tries";

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public int aroundPropertyProximity() {
    return -100;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyAttributes attributes = context.attributes();
    Long seed = Long.getLong(SEED);
    if (seed != null && attributes.seed().isEmpty()) {
      attributes.setSeed(seed.toString());
    }
    Integer most = Integer.getInteger(TRIES);
    if (most != null) {
      attributes.setTries(Math.min(most, attributes.tries().orElse(most)));
    }
    return property.execute();
  }
}

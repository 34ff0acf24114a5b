package org.gradus.check.junit;

import org.assertj.core.api.AbstractSoftAssertions;

/**
 * Assertions about gradients whose failures are kept until {@code assertAll}.
 *
 * <pre>
 *   SoftAssertionsProvider.assertSoftly(GradientSoftAssertions.class, softly -&gt; {
 *     softly.assertThatGradient(f, df).isRightAt(1);
 *     softly.assertThatGradient(g, dg).isRightAt(1);
 *   });
 * </pre>
 */
public class GradientSoftAssertions extends AbstractSoftAssertions
    implements GradientSoftAssertionsProvider {}

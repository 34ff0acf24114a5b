package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.check.GradientCheck;
import org.gradus.check.jqwik.Shape;
import org.gradus.check.junit.GradientTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This project uses the jars of the checks, and nothing else of theirs is there. */
class ClassPathTest {

  @ParameterizedTest
  @ValueSource(classes = {GradientCheck.class, GradientTest.class, Shape.class})
  void aCheckComesFromAJar(Class<?> type) {
    assertThat(type.getProtectionDomain().getCodeSource().getLocation().getPath()).endsWith(".jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.gradus.tensor.Tensor",
        "org.gradus.learn.Module",
        "org.gradus.study.Page",
        "org.gradus.cli.Main"
      })
  void noOtherBundleIsThere(String type) {
    assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
  }
}

package org.gradus.whole.proofs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** The arrows between the bundles point one way, and the tensors depend on nothing. */
class ArchitectureTest {

  private static final JavaClasses BUNDLES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/proofs-tests/"))
          .importPackages("org.gradus");

  @Test
  void arrowsPointUp() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.gradus..")
        .layer("tensor")
        .definedBy("org.gradus.tensor..")
        .layer("learn")
        .definedBy("org.gradus.learn..")
        .layer("check")
        .definedBy(
            resideInAPackage("org.gradus.check..")
                .and(not(resideInAPackage("org.gradus.check.junit..")))
                .and(not(resideInAPackage("org.gradus.check.jqwik.."))))
        .layer("check.junit")
        .definedBy("org.gradus.check.junit..")
        .layer("check.jqwik")
        .definedBy("org.gradus.check.jqwik..")
        .layer("study")
        .definedBy("org.gradus.study..")
        .layer("cli")
        .definedBy("org.gradus.cli..")
        .whereLayer("learn")
        .mayOnlyBeAccessedByLayers("study", "cli")
        .whereLayer("check")
        .mayOnlyBeAccessedByLayers("check.junit", "check.jqwik", "cli")
        .whereLayer("check.junit")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("check.jqwik")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("study")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("tensor")
        .mayNotAccessAnyLayer()
        .ensureAllClassesAreContainedInArchitecture()
        .check(BUNDLES);
  }

  /** So a check cannot name a concrete operation: it reads the catalogue. */
  @Test
  void onlyTensorKnowsItsInside() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.gradus.tensor..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.gradus.tensor.internal..")
        .check(BUNDLES);
  }

  /** So that functions of arrays can be checked without it. */
  @Test
  void onlyChecksOfOperationsKnowTensors() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.gradus.check", "org.gradus.check.internal", "org.gradus.check.junit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.gradus.tensor..", "org.gradus.check.operation..")
        .check(BUNDLES);
  }

  @Test
  void tensorDependsOnTheJdkAndAnnotationsAlone() {
    classes()
        .that()
        .resideInAPackage("org.gradus.tensor..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.gradus.tensor..", "org.jspecify..", "org.checkerframework..")
        .check(BUNDLES);
  }

  /** So gradient tests run where AssertJ is missing. */
  @Test
  void theTestEngineNeedsNoAssertions() {
    noClasses()
        .that()
        .resideInAPackage("org.gradus.check.junit.internal..")
        .or()
        .haveSimpleName("GradientTest")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.assertj..")
        .check(BUNDLES);
  }

  /** So the tensors can be compiled for a browser. */
  @Test
  void tensorUsesNoReflectionNoThreadsAndNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage("org.gradus.tensor..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.io")
                .and(not(type(Serializable.class)))
                .or(resideInAPackage("java.lang.reflect"))
                .or(resideInAPackage("java.nio.."))
                .or(resideInAPackage("java.net.."))
                .or(resideInAPackage("java.util.concurrent"))
                .or(type(Thread.class)))
        .check(BUNDLES);
  }
}

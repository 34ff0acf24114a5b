package org.gradus.whole.proofs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Op;
import org.gradus.tensor.op.Real;
import org.junit.jupiter.api.Test;

/** What an oracle knows, it knows without the engine that it judges. */
// [proof->check~independence~1]
class OracleIndependenceTest {

  private static final JavaClasses BUNDLES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/proofs-tests/"))
          .importPackages("org.gradus.check", "org.gradus.tensor");

  private static final DescribedPredicate<JavaClass> ENGINE =
      belongToAnyOf(Tensor.class, Autograd.class, Op.class)
          .or(resideInAPackage("org.gradus.tensor.internal.kernel.."))
          .as("tensors, the engine and its kernels");

  /** So a derivative in series, fractions or sixty digits owes nothing to a tensor. */
  @Test
  void numberSystemsKnowOnlyWhatDefinitionsAreWrittenIn() {
    noClasses()
        .that()
        .areAssignableTo(Real.class)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.gradus.tensor..")
                .and(not(belongToAnyOf(Real.class, Cells.class, Numbers.class, Definition.class))))
        .check(BUNDLES);
  }

  /** So differences, series and closed forms work on arrays of doubles. */
  @Test
  void referenceValuesAreComputedWithoutTensors() {
    noClasses()
        .that()
        .resideInAnyPackage("org.gradus.check", "org.gradus.check.internal")
        .or()
        .haveNameMatching(
            "org\\.gradus\\.check\\.operation\\.(Jacobian|Slopes|Tangents|HighPrecision|Trail|Beside)")
        .should()
        .dependOnClassesThat(ENGINE)
        .check(BUNDLES);
  }

  /** So a reverse pass is what is judged, and is nobody's reference. */
  @Test
  void aReversePassIsMadeOnlyByThoseWhoJudgeIt() {
    noClasses()
        .that()
        .resideInAPackage("org.gradus.check..")
        .and()
        .haveNameNotMatching(".*\\.(TensorSubject|Laws|Requests|HigherOrder|TensorEngine.*)")
        .should()
        .callMethodWhere(
            target(owner(belongToAnyOf(Tensor.class, Op.class)))
                .and(target(nameMatching("backward|grad"))))
        .orShould()
        .dependOnClassesThat(belongToAnyOf(Autograd.class))
        .check(BUNDLES);
  }

  /** So the forward line of an operation is not its own judge. */
  @Test
  void aDefinitionRunsNoTensorOperation() {
    methods()
        .that(
            new DescribedPredicate<JavaMethod>("are written over any number system") {
              @Override
              public boolean test(JavaMethod method) {
                return method.getRawReturnType().isAssignableTo(Real.class)
                    || method.getRawReturnType().isEquivalentTo(Cells.class);
              }
            })
        .should(computeWithout(ENGINE))
        .check(BUNDLES);
  }

  private static ArchCondition<JavaMethod> computeWithout(DescribedPredicate<JavaClass> others) {
    return new ArchCondition<>("compute without " + others.getDescription()) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        for (JavaAccess<?> access : method.getAccessesFromSelf()) {
          if (others.test(access.getTargetOwner())) {
            events.add(SimpleConditionEvent.violated(method, access.getDescription()));
          }
        }
      }
    };
  }
}

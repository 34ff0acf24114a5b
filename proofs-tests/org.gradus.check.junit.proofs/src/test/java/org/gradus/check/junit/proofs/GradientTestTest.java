package org.gradus.check.junit.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGeneratorFactory;
import org.gradus.check.GradientCheck;
import org.gradus.check.Operand;
import org.gradus.check.Subject;
import org.gradus.check.junit.GradientTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * A gradient test checks its gradient at each of its points, says where it failed, and is found.
 */
// [proof->check~gradient-test~1]
class GradientTestTest {

  static class Right {
    @GradientTest(points = 3, size = 2)
    private GradientCheck softplus() {
      return Softplus.right();
    }

    @GradientTest(points = 2)
    static final GradientCheck FIELD = Softplus.right();

    @Test
    void besideATestOfJupiter() {}
  }

  @Test
  void aRightGradientPassesAtEachPoint() {
    assertThat(run(Right.class).outcomes())
        .containsOnlyKeys(
            "besideATestOfJupiter()",
            "softplus[1]",
            "softplus[2]",
            "softplus[3]",
            "FIELD[1]",
            "FIELD[2]")
        .allSatisfy((name, said) -> assertThat(said).as(name).isEmpty());
  }

  static class Wrong {
    @GradientTest(points = 1, seed = 7)
    GradientCheck softplus() {
      return Softplus.wrong();
    }
  }

  @Test
  void aFailureSaysWhatTheReportSaysAndHowToReplayThePoint() {
    assertThat(run(Wrong.class).outcomes().get("softplus[1]"))
        .startsWith("softplus: ")
        .contains(" numbers disagree\n  gradient by x[0]\n    expected  ")
        .endsWith(
            """

            at x = [%s]
            to run this point alone: -Dgradus.test.seed=7 -Dgradus.test.point=1"""
                .formatted(shown(7, 1)));
  }

  static class WrongBeyondOne {
    static final List<Double> SEEN = new ArrayList<>();

    @GradientTest(points = 20, seed = 3)
    GradientCheck softplus() {
      return GradientCheck.of(
              x -> {
                SEEN.add(x[0]);
                return Softplus.value(x);
              })
          .gradient(Softplus::clipped)
          .onlyHere();
    }
  }

  @Test
  void aReplayRunsThePointThatFailedAndNoOther() {
    Map<String, String> all = run(WrongBeyondOne.class).outcomes();
    List<String> failed = all.keySet().stream().filter(name -> !all.get(name).isEmpty()).toList();
    assertThat(failed).hasSizeBetween(1, 19);
    String name = failed.get(0);
    String number = name.replaceAll("\\D", "");
    WrongBeyondOne.SEEN.clear();
    Ran again =
        Ran.of(
            Map.of("gradus.test.seed", "3", "gradus.test.point", number),
            selectClass(WrongBeyondOne.class));
    assertThat(again.outcomes()).containsExactly(Map.entry(name, all.get(name)));
    assertThat(WrongBeyondOne.SEEN.get(0)).isGreaterThan(1);
  }

  static class Several {
    @GradientTest(
        points = 50,
        size = {3, 2},
        low = -1,
        high = 5)
    Subject product() {
      return new Product();
    }
  }

  /** Half the square of a norm, which insists on what it is given. */
  private record Product() implements Subject {
    @Override
    public String name() {
      return "product";
    }

    @Override
    public double[] value(List<Operand> x) {
      assertThat(x).extracting(Operand::name).containsExactly("x0", "x1");
      assertThat(x).extracting(Operand::size).containsExactly(3, 2);
      double[] first = x.get(0).values();
      double[] second = x.get(1).values();
      return new double[] {first[0] * second[0] + first[1] * second[1] + Math.exp(first[2] / 5)};
    }

    @Override
    public List<double[]> gradient(List<Operand> x, double[] cotangent) {
      double[] first = x.get(0).values();
      double[] second = x.get(1).values();
      double c = cotangent[0];
      return List.of(
          new double[] {c * second[0], c * second[1], c * Math.exp(first[2] / 5) / 5},
          new double[] {c * first[0], c * first[1]});
    }
  }

  @Test
  void severalOperandsHaveTheirSizes() {
    assertThat(run(Several.class).outcomes())
        .hasSize(50)
        .allSatisfy((name, said) -> assertThat(said).as(name).isEmpty());
  }

  static class Drawn {
    static final List<Double> AT = new ArrayList<>();

    @GradientTest(points = 200, low = 3, high = 4)
    GradientCheck line() {
      AtomicBoolean called = new AtomicBoolean();
      return GradientCheck.of(
              x -> {
                if (!called.getAndSet(true)) {
                  AT.add(x[0]);
                }
                return x[0];
              })
          .gradient(x -> new double[] {1});
    }
  }

  @Test
  void pointsLieBetweenLowAndHighAndTheSameSeedDrawsTheSame() {
    Drawn.AT.clear();
    run(Drawn.class);
    List<Double> first = List.copyOf(Drawn.AT);
    Drawn.AT.clear();
    run(Drawn.class);
    assertThat(Drawn.AT).isEqualTo(first).allSatisfy(x -> assertThat(x).isBetween(3.0, 4.0));
    assertThat(first.stream().distinct()).hasSize(200);
    Drawn.AT.clear();
    Ran.of(Map.of("gradus.test.seed", "43"), selectClass(Drawn.class));
    assertThat(Drawn.AT).doesNotContainAnyElementsOf(first);
  }

  @Test
  void aTestIsNamedByItsPoint() {
    assertThat(run(Right.class).test("softplus[2]").getDisplayName())
        .matches("point 2 of seed 42: x = \\[-?[0-9.]+, -?[0-9.]+]");
  }

  static class Large {
    @GradientTest(points = 1, size = 1000)
    GradientCheck softplus() {
      return Softplus.right();
    }
  }

  @Test
  void aLargePointIsNamedByItsFirstElements() {
    assertThat(run(Large.class).test("softplus[1]").getDisplayName())
        .endsWith(", … 1000 numbers]")
        .hasSizeLessThan(120);
  }

  @Test
  void aTestIsFoundByItsMethodItsPackageAndItsIdentifier() throws NoSuchMethodException {
    assertThat(Ran.of(Map.of(), selectMethod(Right.class, "softplus")).outcomes())
        .containsOnlyKeys("softplus[1]", "softplus[2]", "softplus[3]");
    String id = run(Right.class).test("FIELD[2]").getUniqueId();
    assertThat(Ran.of(Map.of(), selectUniqueId(id)).outcomes()).containsOnlyKeys("FIELD[2]");
    assertThat(Ran.of(Map.of(), selectPackage(PACKAGE)).outcomes()).containsKey("wave[1]");
    assertThat(run(Right.class).test("FIELD[2]").getSource())
        .contains(ClassSource.from(Right.class));
    assertThat(run(Right.class).test("softplus[2]").getSource())
        .contains(MethodSource.from(Right.class.getDeclaredMethod("softplus")));
  }

  private static final String PACKAGE = "org.gradus.check.junit.proofs.waves";

  @Test
  void whatIsNoGradientTestIsLeftAlone() {
    assertThat(run(Softplus.class).outcomes()).isEmpty();
    assertThat(Ran.of(Map.of(), unknown("[class:none.Such]")).outcomes()).isEmpty();
    assertThat(Ran.of(Map.of(), unknown("[x:y]")).outcomes()).isEmpty();
  }

  private static DiscoverySelector unknown(String rest) {
    return selectUniqueId("[engine:gradus-gradient-test]/" + rest);
  }

  static class Throwing {
    @GradientTest(points = 1, seed = 7)
    GradientCheck softplus() {
      throw new IllegalArgumentException("no such function");
    }
  }

  @Test
  void aTestThatThrowsNamesItselfAndThePoint() {
    assertThat(run(Throwing.class).outcomes())
        .containsExactly(
            Map.entry(
                "softplus[1]",
                """
                %s.softplus throws java.lang.IllegalArgumentException: no such function
                at x = [%s]
                to run this point alone: -Dgradus.test.seed=7 -Dgradus.test.point=1"""
                    .formatted(Throwing.class.getName(), shown(7, 1))));
  }

  static class Misused {
    @GradientTest
    String text() {
      return "";
    }

    @GradientTest
    void nothing() {}

    @GradientTest
    GradientCheck parameters(double[] x) {
      return Softplus.right();
    }

    @GradientTest(points = 0)
    GradientCheck noPoints() {
      return Softplus.right();
    }

    @GradientTest(size = {})
    GradientCheck noOperand() {
      return Softplus.right();
    }

    @GradientTest(size = {2, 0})
    GradientCheck noElement() {
      return Softplus.right();
    }

    @GradientTest(low = 1, high = 1)
    GradientCheck noRange() {
      return Softplus.right();
    }

    @GradientTest(low = 1, high = Double.POSITIVE_INFINITY)
    GradientCheck noEnd() {
      return Softplus.right();
    }
  }

  @Test
  void aMisuseIsSaidOnce() {
    String test = "@GradientTest " + Misused.class.getName();
    String gives =
        ": it must give what is to be checked, a GradientCheck or a Subject\n  given  %s\n"
            + "return GradientCheck.of(f).gradient(g)";
    assertThat(run(Misused.class).outcomes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "text",
                test + ".text" + gives.formatted("java.lang.String"),
                "nothing",
                test + ".nothing" + gives.formatted("void"),
                "parameters",
                test
                    + ".parameters: the method must have no parameters\n  given  [class [D]\n"
                    + "the points are drawn for it: see size",
                "noPoints",
                test + ".noPoints: there must be at least one point\n  given  points = 0",
                "noOperand",
                test
                    + ".noOperand: there must be an operand, and each must have an element\n"
                    + "  given  size = []",
                "noElement",
                test
                    + ".noElement: there must be an operand, and each must have an element\n"
                    + "  given  size = [2, 0]",
                "noRange",
                test
                    + ".noRange: low must be less than high, both finite\n"
                    + "  given  low = 1.0, high = 1.0",
                "noEnd",
                test
                    + ".noEnd: low must be less than high, both finite\n"
                    + "  given  low = 1.0, high = Infinity"));
  }

  static class Needy {
    Needy(String name) {
      assertThat(name).isNotNull();
    }

    @GradientTest(points = 1)
    static final GradientCheck FIXED = Softplus.right();

    @GradientTest
    GradientCheck softplus() {
      return Softplus.right();
    }
  }

  @Test
  void aClassThatCannotBeMadeIsSaidUnlessItNeedNotBe() {
    assertThat(run(Needy.class).outcomes())
        .containsOnly(
            Map.entry("FIXED[1]", ""),
            Map.entry(
                "softplus",
                "@GradientTest %s.softplus: its class must have a constructor without parameters\n"
                        .formatted(Needy.class.getName())
                    + "  given  %s\n".formatted(Needy.class.getName())
                    + "make the test static, or its class"));
  }

  private static Ran run(Class<?> tests) {
    return Ran.of(Map.of(), selectClass(tests));
  }

  /** The point as it is shown, drawn here as the documentation says. */
  private static String shown(long seed, int number) {
    double[] all =
        RandomGeneratorFactory.of("L64X128MixRandom").create(seed).doubles(number, -2, 2).toArray();
    return String.format(Locale.ROOT, "%.4g", all[number - 1]);
  }
}

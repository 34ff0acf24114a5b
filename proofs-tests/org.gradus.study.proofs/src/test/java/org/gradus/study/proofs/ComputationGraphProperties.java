package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.study.ComputationGraph;
import org.gradus.study.Diagram;
import org.gradus.study.TextTree;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Graph;
import org.gradus.tensor.Places;
import org.gradus.tensor.Tensor;

/** What the boxes and arrows of a computation say, read back as numbers. */
class ComputationGraphProperties {

  /** Numbers are written with six digits; a product of two of them has lost twice as much. */
  private static final double WRITTEN = 1.1e-5;

  private static final Pattern STEP =
      Pattern.compile("\\d+\\. (\\S+) = \\w+, value \\S+, gradient \\S+");
  private static final Pattern SENT =
      Pattern.compile(
          "     ∂(\\S+)/∂(\\S+)(?: #\\d)? = (\\S+), adds (\\S+) to (\\S+), which has (\\S+)");

  /** A random computation of numbers, with all that was computed on the way. */
  record Computation(Tensor x, Tensor y, Tensor root) {}

  @Provide
  Arbitrary<Computation> computations() {
    Arbitrary<List<Integer>> choices =
        Arbitraries.integers().between(0, 1 << 16).list().ofMinSize(1).ofMaxSize(12);
    Arbitrary<Double> numbers = Arbitraries.doubles().between(-2, 2).ofScale(3);
    return Combinators.combine(numbers, numbers, choices).as(ComputationGraphProperties::computed);
  }

  private static Computation computed(double x, double y, List<Integer> choices) {
    List<Tensor> values = new ArrayList<>();
    Tensor first = Tensor.scalar(x).named("x").requiresGrad_();
    Tensor second = Tensor.scalar(y).named("y").requiresGrad_();
    values.add(first);
    values.add(second);
    for (int choice : choices) {
      int count = values.size();
      Tensor a = values.get(choice / 8 % count);
      Tensor b = values.get(choice / 64 % count);
      values.add(
          switch (choice % 6) {
            case 0 -> a.sin();
            case 1 -> a.add(b);
            case 2 -> a.sin().mul(b.cos());
            case 3 -> a.sub(b);
            case 4 -> a.mul(0.5);
            default -> a.tanh().square().named("named" + count);
          });
    }
    Tensor root = values.get(values.size() - 1).add(first.mul(second));
    return new Computation(first, second, root);
  }

  // [proof->study~computation-graph~1]
  @Property
  void gradientsAreTheSumsOfWhatArrives(@ForAll("computations") Computation computation) {
    Diagram diagram = pictured(computation).diagram();
    Map<String, Double> arriving = new HashMap<>();
    Map<String, Double> size = new HashMap<>();
    for (Diagram.Edge edge : diagram.edges()) {
      if (edge.lines().isEmpty()) {
        continue;
      }
      double partial = Double.parseDouble(edge.lines().get(0).replaceFirst(".* = ", ""));
      double adds = number(edge.lines(), "adds ");
      double gradient = number(lines(diagram, edge.to()), "gradient ");
      assertThat(adds).isCloseTo(partial * gradient, within(WRITTEN * Math.abs(adds)));
      arriving.merge(edge.from(), adds, Double::sum);
      size.merge(edge.from(), Math.abs(adds), Double::sum);
    }
    for (Diagram.Node node : diagram.nodes()) {
      if (node.kind() == Diagram.Kind.ROOT) {
        assertThat(node.lines()).contains("gradient 1");
      } else if (node.kind() != Diagram.Kind.CONSTANT) {
        assertThat(number(node.lines(), "gradient "))
            .isCloseTo(arriving.get(node.id()), within(WRITTEN * size.get(node.id())));
      }
    }
  }

  // [proof->study~computation-graph~1]
  @Property
  void leavesShowTheirValuesAndTheGradientsOfBackward(
      @ForAll("computations") Computation computation) {
    Diagram diagram = pictured(computation).diagram();
    assertThat(computation.x().hasGrad()).isFalse();
    computation.root().backward();
    for (Tensor leaf : List.of(computation.x(), computation.y())) {
      List<String> lines =
          diagram.nodes().stream()
              .map(Diagram.Node::lines)
              .filter(text -> text.get(0).equals(leaf.name().orElseThrow()))
              .findFirst()
              .orElseThrow();
      assertClose(number(lines, "value "), leaf.item());
      assertClose(number(lines, "gradient "), leaf.grad().item());
    }
    Diagram.Node last = diagram.nodes().get(diagram.nodes().size() - 1);
    assertThat(last.kind()).isEqualTo(Diagram.Kind.ROOT);
    assertClose(number(last.lines(), "value "), computation.root().item());
  }

  // [proof->study~backward-steps~1]
  @Property
  void noNodeStepsBeforeItsUsersAndSumsGrow(@ForAll("computations") Computation computation) {
    ComputationGraph pictured = pictured(computation);
    Diagram diagram = pictured.diagram();
    List<String> stepped = new ArrayList<>();
    Map<String, Double> sums = new HashMap<>();
    Map<String, Double> sizes = new HashMap<>();
    int sent = 0;
    for (String line : pictured.steps().lines().toList()) {
      Matcher step = STEP.matcher(line);
      Matcher share = SENT.matcher(line);
      if (step.matches()) {
        stepped.add(step.group(1));
      } else if (share.matches()) {
        sent++;
        String operand = share.group(5);
        assertThat(share.group(1)).isEqualTo(stepped.get(stepped.size() - 1));
        assertThat(share.group(2)).isEqualTo(operand);
        assertThat(stepped).doesNotContain(operand);
        double adds = Double.parseDouble(share.group(4));
        double size = sizes.merge(operand, Math.abs(adds), Double::sum);
        assertThat(Double.parseDouble(share.group(6)))
            .isCloseTo(sums.merge(operand, adds, Double::sum), within(WRITTEN * size));
      } else {
        assertThat(line).matches("[xy], value \\S+, gradient \\S+");
        assertThat(number(List.of(line.split(", ")), "gradient "))
            .isCloseTo(
                sums.get(line.substring(0, 1)), within(WRITTEN * sizes.get(line.substring(0, 1))));
      }
    }
    assertThat(stepped).hasSize(count(diagram, Diagram.Kind.OPERATION) + 1).doesNotHaveDuplicates();
    assertThat(sent)
        .isEqualTo(diagram.edges().stream().filter(edge -> !edge.lines().isEmpty()).count());
  }

  // [proof->study~computation-graph~1]
  @Example
  void theGradientOfAFanOutIsTheSumOverThreePaths() {
    Tensor a = Tensor.scalar(3).named("a").requiresGrad_();
    Tensor loss = a.mul(2).named("b").mul(a.mul(a).named("c")).named("L");
    assertThat(TextTree.text(pictured(loss).diagram()))
        .isEqualTo(
            """
            L = Mul, value 54, gradient 1
            ├── b = Mul, value 6, gradient 9  (∂L/∂b = 9, adds 9)
            │   ├── a, value 3, gradient 54  (∂b/∂a = 2, adds 18)
            │   └── 2
            └── c = Mul, value 9, gradient 6  (∂L/∂c = 6, adds 6)
                ├── a (above)  (∂c/∂a #1 = 3, adds 18)
                └── a (above)  (∂c/∂a #2 = 3, adds 18)
            """);
  }

  // [proof->study~backward-steps~1]
  @Example
  void theStepsOfAFanOut() {
    Tensor a = Tensor.scalar(3).named("a").requiresGrad_();
    Tensor loss = a.mul(2).named("b").mul(a.mul(a).named("c")).named("L");
    assertThat(pictured(loss).steps())
        .isEqualTo(
            """
            1. L = Mul, value 54, gradient 1
                 ∂L/∂b = 9, adds 9 to b, which has 9
                 ∂L/∂c = 6, adds 6 to c, which has 6
            2. c = Mul, value 9, gradient 6
                 ∂c/∂a #1 = 3, adds 18 to a, which has 18
                 ∂c/∂a #2 = 3, adds 18 to a, which has 36
            3. b = Mul, value 6, gradient 9
                 ∂b/∂a = 2, adds 18 to a, which has 54
            a, value 3, gradient 54
            """);
    assertThat(ComputationGraph.of(Graph.of(loss)).steps()).isEmpty();
  }

  // [proof->study~computation-graph~1]
  @Example
  void vectorsShowNumbersWhileTheyAreFewAndElseTheirSize() {
    Tensor w = Tensor.of(1, -2).named("w").requiresGrad_();
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}, {-1, 0.5}});
    assertThat(TextTree.text(pictured(x.matmul(w).relu().mean()).diagram()))
        .isEqualTo(
            """
            v3 = Mean, value 0, gradient 1
            └── v2 = Relu, value [0, 0, 0], gradient [0.333333, 0.333333, 0.333333]  (∂v3/∂v2 = [0.333333, 0.333333, 0.333333], adds [0.333333, 0.333333, 0.333333])
                └── v1 = Mv, value [-3, -5, -2], gradient [0, 0, 0]  (∂v2/∂v1 = diag [0, 0, 0], adds [0, 0, 0])
                    ├── [[1, 2], [3, 4], [-1, 0.5]]
                    └── w, value [1, -2], gradient [0, 0]  (∂v1/∂w = [[1, 2], [3, 4], [-1, 0.5]], adds [0, 0])
            """);
    Tensor many = Tensor.ones(40, 2).named("many").requiresGrad_();
    assertThat(TextTree.text(pictured(many.exp().sum()).diagram()))
        .isEqualTo(
            """
            v2 = Sum, value 217.463, gradient 1
            └── v1 = Exp, value 40×2 numbers, gradient 40×2 numbers  (∂v2/∂v1 = 40×2 numbers, adds 40×2 numbers)
                └── many, value 40×2 numbers, gradient 40×2 numbers  (∂v1/∂many = 40×2×40×2 numbers, adds 40×2 numbers)
            """);
  }

  // [proof->study~computation-graph~1]
  @Example
  void numbersHaveSixDigitsAndNaNAndInfinitiesAreNamed() {
    assertThat(written(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(written(-1.0 / 3)).isEqualTo("-0.333333");
    assertThat(written(1234567.89)).isEqualTo("1234570");
    assertThat(written(1e7)).isEqualTo("1e7");
    assertThat(written(-2.5e-9)).isEqualTo("-2.5e-9");
    assertThat(written(0.0001)).isEqualTo("0.0001");
    assertThat(written(-0.0)).isEqualTo("0");
    assertThat(written(Double.NaN)).isEqualTo("NaN");
    assertThat(written(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    assertThat(written(Double.NEGATIVE_INFINITY)).isEqualTo("-∞");
  }

  // [proof->study~computation-graph~1]
  @Example
  void aNameThatLooksLikeANumberedOneIsNotGivenTwice() {
    Tensor x = Tensor.scalar(2).named("v1").requiresGrad_();
    assertThat(pictured(x.exp()).diagram().nodes())
        .extracting(node -> node.lines().get(0))
        .containsExactly("v1", "v2 = Exp");
  }

  // [proof->study~computation-graph~1]
  @Example
  void placesAreShownWhereTheyAreKept() {
    Tensor x = Tensor.scalar(2).named("x").requiresGrad_();
    Tensor y;
    try (var on = Places.on()) {
      y = x.exp();
    }
    assertThat(pictured(y).diagram().nodes().get(1).lines().get(3))
        .matches("ComputationGraphProperties\\.java:\\d+");
  }

  // [proof->study~computation-graph~1]
  @Example
  void leavesAndConstantsAloneAreGraphsToo() {
    Tensor x = Tensor.scalar(2).named("x").requiresGrad_();
    assertThat(TextTree.text(pictured(x).diagram())).isEqualTo("x, value 2, gradient 1\n");
    Graph constant = Graph.of(Tensor.scalar(2));
    assertThat(TextTree.text(ComputationGraph.of(constant).diagram())).isEqualTo("2\n");
    assertThatThrownBy(() -> ComputationGraph.of(constant, Tensor.scalar(1)))
        .isInstanceOf(GradientException.class);
  }

  private static String written(double value) {
    return TextTree.text(ComputationGraph.of(Graph.of(Tensor.scalar(value))).diagram()).strip();
  }

  private static ComputationGraph pictured(Computation computation) {
    return pictured(computation.root());
  }

  private static ComputationGraph pictured(Tensor root) {
    return ComputationGraph.of(Graph.of(root), Tensor.scalar(1));
  }

  private static List<String> lines(Diagram diagram, String id) {
    return diagram.nodes().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow()
        .lines();
  }

  private static double number(List<String> lines, String before) {
    return lines.stream()
        .filter(line -> line.startsWith(before))
        .mapToDouble(line -> Double.parseDouble(line.substring(before.length())))
        .findFirst()
        .orElseThrow();
  }

  private static int count(Diagram diagram, Diagram.Kind kind) {
    return (int) diagram.nodes().stream().filter(node -> node.kind() == kind).count();
  }

  private static void assertClose(double written, double exact) {
    assertThat(written).isCloseTo(exact, within(WRITTEN * Math.abs(exact)));
  }
}

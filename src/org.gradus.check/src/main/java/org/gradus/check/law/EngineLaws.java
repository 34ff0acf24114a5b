package org.gradus.check.law;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.check.law.ScalarEngine.Value;
import org.gradus.tensor.GradientException;

/** What must hold of an engine that walks back through a graph. */
// [impl->check~engine-laws~1]
public final class EngineLaws {
  static final String PATHS = "sum over paths";
  static final String ACCUMULATED = "accumulated";
  static final String LEAVES = "leaves alone";
  static final String DEEP = "deep";
  static final String FREED = "freed";
  static final String RETAINED = "retained";
  static final String VERSIONS = "versions";
  static final String DETACHED = "detached";
  static final String REFUSALS = "refusals";

  private static final int DEPTH = 200_000;

  private static final LawBook<ScalarEngine> BOOK =
      new LawBook<>(
          "engine",
          List.of(
              Law.of(
                  PATHS,
                  "The gradient of a leaf is the sum over all paths that lead to it.",
                  EngineLaws::paths),
              Law.of(
                  ACCUMULATED,
                  "A second pass adds to the gradient of the first, and after it was cleared a pass"
                      + " begins anew.",
                  EngineLaws::accumulated),
              Law.of(
                  LEAVES,
                  "A pass leaves gradients at leaves and nowhere else.",
                  EngineLaws::leaves),
              Law.once(DEEP, "A graph may be 200,000 nodes deep.", (engine, any) -> deep(engine)),
              Law.once(
                  FREED,
                  "A graph that was walked and not retained refuses a second pass.",
                  (engine, any) -> freed(engine)),
              Law.of(
                  RETAINED,
                  "A second pass through a retained graph gives the same once more.",
                  EngineLaws::retained),
              Law.once(
                  VERSIONS,
                  "A pass is refused where a number that a rule reads was changed since, and only"
                      + " there.",
                  (engine, any) -> versions(engine)),
              Law.once(
                  DETACHED,
                  "Nothing flows through a detached number, and all of it through the original.",
                  (engine, any) -> detached(engine)),
              Law.once(
                  REFUSALS, "What is refused changes nothing.", (engine, any) -> refusals(engine))),
          PlainEngine::new,
          EngineMistakes.all());

  private EngineLaws() {}

  /** The laws of engines, and what people get wrong about them. */
  public static LawBook<ScalarEngine> book() {
    return BOOK;
  }

  private static Optional<String> paths(ScalarEngine engine, RandomGenerator random) {
    GraphProgram program = GraphProgram.draw(random);
    List<Value> leaves = program.leaves(engine);
    last(program.run(leaves)).backward(false);
    return gradients(program, leaves, 1);
  }

  private static Optional<String> accumulated(ScalarEngine engine, RandomGenerator random) {
    GraphProgram program = GraphProgram.draw(random);
    List<Value> leaves = program.leaves(engine);
    last(program.run(leaves)).backward(false);
    last(program.run(leaves)).backward(false);
    Optional<String> twice = gradients(program, leaves, 2);
    leaves.forEach(Value::clearGradient);
    last(program.run(leaves)).backward(false);
    return twice.or(() -> gradients(program, leaves, 1));
  }

  private static Optional<String> retained(ScalarEngine engine, RandomGenerator random) {
    GraphProgram program = GraphProgram.draw(random);
    List<Value> leaves = program.leaves(engine);
    Value result = last(program.run(leaves));
    result.backward(true);
    result.backward(false);
    return gradients(program, leaves, 2);
  }

  private static Optional<String> gradients(
      GraphProgram program, List<Value> leaves, double times) {
    return IntStream.range(0, leaves.size())
        .mapToObj(
            i ->
                Law.equal(
                    "the gradient of leaf " + i + " of " + program,
                    times * program.sumOverPaths(i),
                    gradient(leaves.get(i))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A leaf that nothing led to has no gradient, or zero. */
  private static double gradient(Value leaf) {
    return leaf.hasGradient() ? leaf.gradient() : 0;
  }

  private static Value last(List<Value> all) {
    return all.get(all.size() - 1);
  }

  private static Optional<String> leaves(ScalarEngine engine, RandomGenerator random) {
    GraphProgram program = GraphProgram.draw(random);
    List<Value> leaves = program.leaves(engine);
    List<Value> all = program.run(leaves);
    last(all).backward(false);
    return Law.holds(
        "a result of " + program + " has a gradient",
        all.subList(leaves.size(), all.size()).stream().noneMatch(Value::hasGradient));
  }

  private static Optional<String> deep(ScalarEngine engine) {
    Value x = engine.leaf(1);
    Value y = x;
    for (int i = 1; i < DEPTH; i++) {
      y = y.plus(x);
    }
    try {
      y.backward(false);
    } catch (StackOverflowError overflow) {
      return Optional.of("the stack overflows at a depth of " + DEPTH);
    }
    return Law.equal("the gradient of the leaf of a deep graph", DEPTH, gradient(x));
  }

  private static Optional<String> freed(ScalarEngine engine) {
    Value x = engine.leaf(3);
    Value y = x.times(x);
    y.backward(false);
    return Law.holds(
        "a second pass through a graph that is not retained must be refused",
        isRefused(() -> y.backward(false)));
  }

  private static Optional<String> versions(ScalarEngine engine) {
    Value x = engine.leaf(3);
    Value product = x.times(engine.leaf(5));
    x.set(4);
    Value a = engine.leaf(3);
    Value sum = a.plus(engine.leaf(5));
    a.set(4);
    return Law.holds(
            "a pass through a product must be refused after a factor was changed",
            isRefused(() -> product.backward(false)))
        .or(
            () ->
                Law.holds(
                    "a pass through a sum reads no operand, and must not be refused",
                    !isRefused(() -> sum.backward(false))));
  }

  private static Optional<String> detached(ScalarEngine engine) {
    Value x = engine.leaf(3);
    x.times(x.detached()).plus(x).backward(false);
    return Law.equal("the gradient of x·detached(x) + x at 3", 4, gradient(x));
  }

  private static Optional<String> refusals(ScalarEngine engine) {
    Value leaf = engine.leaf(3);
    boolean refused = isRefused(() -> leaf.increase(1));
    Value x = engine.leaf(3);
    Value y = engine.leaf(5);
    Value z = engine.leaf(7);
    Value late = x.times(y).plus(z);
    y.set(6);
    isRefused(() -> late.backward(false));
    return Stream.of(
            Law.holds("a change of a leaf as an operation must be refused", refused),
            Law.equal("a leaf whose change was refused", 3, leaf.value()),
            Law.holds(
                "no leaf may have a gradient from a pass that was refused",
                Stream.of(x, y, z).noneMatch(Value::hasGradient)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isRefused(Runnable call) {
    try {
      call.run();
      return false;
    } catch (GradientException refused) {
      return true;
    }
  }
}

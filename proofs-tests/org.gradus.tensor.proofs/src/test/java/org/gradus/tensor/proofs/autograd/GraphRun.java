package org.gradus.tensor.proofs.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.proofs.tensor.SmallShapes;
import org.gradus.tensor.proofs.tensor.ViewStep;

/**
 * A random computation run twice: on tensors that are recorded, and on dual numbers.
 *
 * <p>All numbers stay between −1 and 1. A step that has no place to go does nothing.
 */
final class GraphRun {
  private static final int LARGEST = 40;

  private final List<Tensor> leaves = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Dual[], Integer> versions = new IdentityHashMap<>();
  private final List<Read> reads = new ArrayList<>();
  private final int leafElements;
  private int changes;

  /** A tensor and its twin; {@code free} if it may be changed in place. */
  private record Node(Tensor tensor, NaiveTensor twin, boolean free) {}

  /** A value that a rule reads, with the version it had. */
  private record Read(Dual[] cells, int version) {}

  GraphRun(List<int[]> shapes, List<GraphStep> steps) {
    leafElements = shapes.stream().mapToInt(SmallShapes::size).sum();
    int first = 0;
    for (int[] shape : shapes) {
      Tensor values = SmallShapes.counted(shape).add(first * 1.7).sin();
      Dual[] cells = new Dual[values.numel()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = Dual.leaf(values.flatten().at(i), leafElements, first + i);
      }
      first += cells.length;
      leaves.add(values.requiresGrad_());
      nodes.add(new Node(values, NaiveTensor.of(shape, cells), false));
    }
    steps.forEach(this::step);
  }

  List<Tensor> leaves() {
    return leaves;
  }

  /** Number of changes in place. */
  int changes() {
    return changes;
  }

  /** Whether a value that some rule reads was changed after it was saved. */
  boolean isSpoiled() {
    return reads.stream().anyMatch(read -> version(read.cells()) != read.version());
  }

  /** Weighted sum of all tensors, recorded. */
  Tensor loss() {
    Tensor loss = Tensor.scalar(0);
    for (Node node : nodes) {
      loss = loss.add(node.tensor().mul(weights(node.twin())).sum());
    }
    return loss;
  }

  /** The same sum, with its derivatives. */
  Dual twinLoss() {
    Dual loss = Dual.constant(0, leafElements);
    for (Node node : nodes) {
      double[] weights = weights(node.twin()).toArray();
      Dual[] elements = node.twin().elements();
      for (int i = 0; i < elements.length; i++) {
        loss = loss.plus(elements[i].times(weights[i]));
      }
    }
    return loss;
  }

  private static Tensor weights(NaiveTensor twin) {
    return SmallShapes.counted(twin.shape()).mul(2.3).cos();
  }

  private void step(GraphStep step) {
    Node on = nodes.get(step.on() % nodes.size());
    Node with = nodes.get(step.with() % nodes.size());
    switch (step.kind()) {
      case FUNCTION -> function(on, step.choice());
      case TWO_OPERANDS -> twoOperands(on, fitting(with, on), step.choice());
      case MEAN -> mean(on, step.choice());
      case GATHER -> gather(on, step.choice());
      case JOIN -> join(on, with);
      case VIEW -> view(on, step.view());
      case CHANGE_IN_PLACE -> change(on, fitting(with, on), step.choice());
    }
  }

  private void function(Node on, int choice) {
    Tensor x = on.tensor();
    NaiveTensor t = on.twin();
    switch (choice % 6) {
      case 0 -> add(x.neg(), t.map(d -> d.times(-1)));
      case 1 -> {
        reads(t);
        add(x.sin(), t.map(d -> d.through(Math.sin(d.value()), Math.cos(d.value()))));
      }
      case 2 -> {
        reads(t);
        add(x.square(), t.map(d -> d.times(d)));
      }
      case 3 -> {
        NaiveTensor y = t.map(d -> d.through(Math.tanh(d.value()), slopeOfTanh(d.value())));
        add(x.tanh(), y);
        reads(y);
      }
      case 4 -> {
        NaiveTensor y = t.map(GraphRun::halfExp);
        add(x.mul(0.5).sub(1).exp(), y);
        reads(y);
      }
      default -> add(x.clone(), t.map(d -> d));
    }
  }

  private static double slopeOfTanh(double x) {
    return 1 / (Math.cosh(x) * Math.cosh(x));
  }

  private static Dual halfExp(Dual d) {
    double y = Math.exp(d.value() / 2 - 1);
    return d.through(y, y / 2);
  }

  private void twoOperands(Node on, Node with, int choice) {
    Tensor x = on.tensor();
    NaiveTensor t = on.twin();
    switch (choice % 3) {
      case 0 ->
          add(x.add(with.tensor()).mul(0.5), t.zip(with.twin(), (a, b) -> a.plus(b).times(0.5)));
      case 1 ->
          add(
              x.sub(with.tensor()).mul(0.5),
              t.zip(with.twin(), (a, b) -> a.plus(b.times(-1)).times(0.5)));
      default -> {
        reads(t);
        reads(with.twin());
        add(x.mul(with.tensor()), t.zip(with.twin(), Dual::times));
      }
    }
  }

  private void mean(Node on, int choice) {
    int[] shape = on.twin().shape();
    if (on.twin().size() == 0 || shape.length == 0) {
      return;
    }
    int axis = choice % shape.length;
    int[] kept = shape.clone();
    kept[axis] = 1;
    Dual[] means = new Dual[SmallShapes.size(kept)];
    Arrays.fill(means, Dual.constant(0, leafElements));
    List<int[]> indices = SmallShapes.indices(shape);
    Dual[] elements = on.twin().elements();
    for (int i = 0; i < elements.length; i++) {
      int at = 0;
      for (int a = 0; a < shape.length; a++) {
        at = at * kept[a] + (a == axis ? 0 : indices.get(i)[a]);
      }
      means[at] = means[at].plus(elements[i].times(1.0 / shape[axis]));
    }
    add(on.tensor().mean(new int[] {axis}, true), NaiveTensor.of(kept, means));
  }

  private void gather(Node on, int choice) {
    int size = on.twin().size();
    if (size == 0) {
      return;
    }
    int[] index = {choice % size, (choice * 3) % size, choice % size};
    Dual[] elements = on.twin().elements();
    Dual[] taken = Arrays.stream(index).mapToObj(i -> elements[i]).toArray(Dual[]::new);
    add(on.tensor().flatten().index(IndexTensor.of(index)), NaiveTensor.of(new int[] {3}, taken));
  }

  private void join(Node on, Node with) {
    List<Dual> both = new ArrayList<>(Arrays.asList(on.twin().elements()));
    both.addAll(Arrays.asList(with.twin().elements()));
    if (both.size() <= LARGEST) {
      add(
          Tensor.cat(List.of(on.tensor().flatten(), with.tensor().flatten()), 0),
          NaiveTensor.of(new int[] {both.size()}, both.toArray(Dual[]::new)));
    }
  }

  private void view(Node on, ViewStep view) {
    ViewStep.Both both = view.of(new ViewStep.Both(on.tensor(), on.twin().picture()));
    if (both.picture().cells().length <= LARGEST) {
      NaiveTensor twin = new NaiveTensor(on.twin().cells(), both.picture());
      nodes.add(new Node(both.tensor(), twin, on.free()));
    }
  }

  private void change(Node on, Node with, int choice) {
    if (!on.free() || on.twin().picture().overlaps()) {
      return;
    }
    Tensor x = on.tensor();
    NaiveTensor t = on.twin();
    NaiveTensor other = with.twin();
    switch (choice % 6) {
      case 0 -> {
        reads(other);
        x.mul_(with.tensor());
        t.write(t.zip(other, Dual::times));
      }
      case 1 -> {
        x.add_(with.tensor()).mul_(0.5);
        t.write(t.zip(other, (a, b) -> a.plus(b).times(0.5)));
      }
      case 2 -> {
        x.copy_(with.tensor());
        t.write(t.zip(other, (a, b) -> b));
      }
      case 3 -> {
        x.sub_(with.tensor()).div_(-2);
        t.write(t.zip(other, (a, b) -> a.plus(b.times(-1)).times(-0.5)));
      }
      case 4 -> {
        x.fill_(0.3);
        t.write(t.map(d -> Dual.constant(0.3, leafElements)));
      }
      default -> {
        x.mul_(-0.9);
        t.write(t.map(d -> d.times(-0.9)));
      }
    }
    changes++;
    versions.merge(t.cells(), 1, Integer::sum);
  }

  /** The node itself if it broadcasts to the other's shape, else a number. */
  private Node fitting(Node node, Node target) {
    if (node.twin().expandsTo(target.twin().shape())) {
      return node;
    }
    Dual[] half = {Dual.constant(0.5, leafElements)};
    return new Node(Tensor.scalar(0.5), NaiveTensor.of(new int[0], half), false);
  }

  private void add(Tensor tensor, NaiveTensor twin) {
    nodes.add(new Node(tensor, twin, true));
  }

  private void reads(NaiveTensor twin) {
    reads.add(new Read(twin.cells(), version(twin.cells())));
  }

  private int version(Dual[] cells) {
    return versions.getOrDefault(cells, 0);
  }
}

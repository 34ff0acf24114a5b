package org.gradus.whole.proofs.docs.chapters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.learn.Adagrad;
import org.gradus.learn.Adam;
import org.gradus.learn.AdamW;
import org.gradus.learn.Coefficient;
import org.gradus.learn.GradientClipping;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Parameter;
import org.gradus.learn.ParameterGroup;
import org.gradus.learn.RmsProp;
import org.gradus.learn.Schedule;
import org.gradus.learn.Scheduler;
import org.gradus.learn.Sgd;
import org.gradus.learn.Update;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.whole.proofs.lesson.Problem;

/** The examples on optimizers of the chapter on modules and optimizers. */
final class Optimizers {

  private Optimizers() {}

  static String loop() {
    return Printed.by(
        out -> {
          Problem problem = Problem.drawn(42);
          var x = problem.x();
          var y = problem.y();
          var d = x.columnDim();
          // region loop
          Parameter<Vector<Coefficient>> a = Parameter.of(Vector.of(d, -1, 1));
          Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
          for (int t = 0; t <= 100; t++) {
            optimizer.zeroGrad();
            Scalar loss = MeanSquaredError.of(x.matmul(a.value()), y);
            loss.backward();
            optimizer.step();
            if (t % 50 == 0) {
              out.printf("step %3d  loss %.6f%n", t, loss.toDouble());
            }
          }
          out.println(a);
          // endregion
        });
  }

  static String parameter() {
    return Printed.by(
        out -> {
          // region parameter
          Vector<Coefficient> start = Problem.coefficients(-1, 1);
          try (var off = NoGrad.on()) {
            Parameter<Vector<Coefficient>> a = Parameter.of(start.clone());
            out.println(a.value().requiresGrad() + " " + a.value().isLeaf());
          }
          // endregion
        });
  }

  static String absent() {
    return Printed.by(
        out -> {
          // region absent
          Scalar a = Scalar.of(1).requiresGrad_();
          Scalar b = Scalar.of(1).requiresGrad_();
          Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a, b);
          a.mul(2).backward();
          optimizer.step();
          out.println(a.detach() + " " + b.detach());
          // endregion
        });
  }

  static String closure() {
    return Printed.by(
        out -> {
          // region closure
          Scalar a = Scalar.of(1).requiresGrad_();
          Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
          Scalar before =
              optimizer.step(
                  () -> {
                    optimizer.zeroGrad();
                    Scalar loss = a.mul(a);
                    loss.backward();
                    return loss;
                  });
          out.println(before.toDouble() + ", then " + a.detach().toDouble());
          // endregion
        });
  }

  // region valley
  static int stepsToTheBottom(Update update) {
    Tensor w = Tensor.of(1, 1, 1).requiresGrad_();
    Tensor curvature = Tensor.of(1, 10, 100);
    Optimizer optimizer = Optimizer.of(update, w);
    for (int t = 1; t <= 10_000; t++) {
      optimizer.zeroGrad();
      w.square().mul(curvature).sum().div(2).backward();
      optimizer.step();
      if (w.detach().abs().max().item() < 1e-6) {
        return t;
      }
    }
    throw new IllegalStateException(update + " did not arrive");
  }

  // endregion

  static String race() {
    return Printed.by(
        out -> {
          // region race
          Map<String, Update> updates = new LinkedHashMap<>();
          updates.put("plain", Sgd.of(0.018));
          updates.put("momentum", Sgd.of(0.018).withMomentum(0.8));
          updates.put("nesterov", Sgd.of(0.009).withMomentum(0.8).withNesterov());
          updates.put("adam", Adam.of(0.1));
          updates.put("rmsprop", RmsProp.of(0.1).withAlpha(0.9));
          updates.put("adagrad", Adagrad.of(0.5));
          updates.forEach(
              (name, update) -> out.printf("%-9s %4d steps%n", name, stepsToTheBottom(update)));
          // endregion
        });
  }

  static String spread() {
    return Printed.by(
        out -> {
          // region spread
          Tensor gradient = Tensor.of(0.01, 1, 100);
          for (Update update : List.of(RmsProp.of(0.1), Adagrad.of(0.1), Adam.of(0.1))) {
            Tensor w = Tensor.zeros(3).requiresGrad_();
            Optimizer optimizer = Optimizer.of(update, w);
            for (int t = 0; t < 1000; t++) {
              w.setGrad(gradient);
              optimizer.step();
            }
            out.printf("%-8s", update.name());
            for (double moved : w.detach().toArray()) {
              out.printf(" %8.2f", moved);
            }
            out.println();
          }
          // endregion
        });
  }

  static String decoupled() {
    return Printed.by(
        out -> {
          // region decoupled
          Adam adam = Adam.of(0.01);
          for (Update update : List.of(adam.withWeightDecay(0.1), new AdamW(adam, 0.1))) {
            Tensor w = Tensor.of(1, 1).requiresGrad_();
            Optimizer optimizer = Optimizer.of(update, w);
            for (int t = 0; t < 1000; t++) {
              double sign = t % 2 == 0 ? 1 : -1; // gradients that cancel each other
              w.setGrad(Tensor.of(0.1 * sign, 10 * sign));
              optimizer.step();
            }
            out.printf("%-6s", update.name());
            for (double left : w.detach().toArray()) {
              out.printf(" %.3f", left);
            }
            out.println();
          }
          // endregion
        });
  }

  static String schedule() {
    return Printed.by(
        out -> {
          // region schedule
          Tensor w = Tensor.of(1).requiresGrad_();
          Optimizer optimizer = Optimizer.of(Sgd.of(0.4), w);
          Scheduler scheduler =
              Scheduler.of(optimizer, Schedule.warmUp(2, 0.5).then(2, Schedule.cosine(4, 0)));
          for (int epoch = 0; epoch < 7; epoch++) {
            out.printf(
                "epoch %d  learning rate %.4f%n",
                epoch, optimizer.groups().get(0).update().learningRate());
            // … the batches of the epoch, each with optimizer.step()
            scheduler.step();
          }
          // endregion
        });
  }

  static String clipping() {
    return Printed.by(
        out -> {
          // region clipping
          Parameter<Scalar> a = Parameter.of(Scalar.of(3));
          Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
          for (int t = 0; t < 4; t++) {
            optimizer.zeroGrad();
            a.value().square().square().backward();
            double norm = GradientClipping.byNorm(List.of(a), 10);
            optimizer.step();
            out.printf("|gradient| %6.2f, then a = %.3f%n", norm, a.value().toDouble());
          }
          // endregion
        });
  }

  static String constant() {
    return Printed.by(
        out -> {
          // region constant
          Tensor w = Tensor.scalar(0).requiresGrad_();
          Optimizer optimizer = Optimizer.of(Sgd.of(0.1).withMomentum(0.9), w);
          for (int t = 1; t <= 100; t++) {
            double before = w.detach().item();
            w.setGrad(Tensor.scalar(1));
            optimizer.step();
            if (t == 1 || t == 2 || t == 3 || t == 100) {
              out.printf("step %3d moves by %.4f%n", t, w.detach().item() - before);
            }
          }
          // endregion
        });
  }

  static String sign() {
    return Printed.by(
        out -> {
          // region sign
          Tensor w = Tensor.of(0, 0, 0).requiresGrad_();
          w.setGrad(Tensor.of(1e-3, -1, 1e6));
          Optimizer.of(Adam.of(0.1), w).step();
          for (double moved : w.detach().toArray()) {
            out.printf("%.5f%n", moved);
          }
          // endregion
        });
  }

  static String groups() {
    return Printed.by(
        out -> {
          // region groups
          Scalar slope = Scalar.of(-1).requiresGrad_();
          Scalar intercept = Scalar.of(1).requiresGrad_();
          Optimizer optimizer =
              Optimizer.of(
                  ParameterGroup.of(Sgd.of(0.1).withWeightDecay(0.01), slope),
                  ParameterGroup.of(Sgd.of(0.1), intercept));
          optimizer.groups().forEach(group -> group.learningRate(0.05));
          out.println(optimizer);
          // endregion
        });
  }

  static String cleared() {
    return Printed.by(
        out -> {
          Problem problem = Problem.exact();
          // region cleared
          Vector<Coefficient> a = Problem.coefficients(-1, 1).requiresGrad_();
          Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
          problem.loss(a).backward();
          optimizer.zeroGrad(); // too late: this belongs before backward
          optimizer.step();
          out.println(a.detach());
          // endregion
        });
  }

  static String result() {
    return Printed.refusal(
        () -> {
          Problem problem = Problem.exact();
          // region result
          Vector<Coefficient> a = Problem.coefficients(-1, 1).named("a").requiresGrad_();
          problem.loss(a).backward();
          Vector<Coefficient> moved = a.sub(a.grad().mul(0.1));
          Optimizer.of(Sgd.of(0.1), moved);
          // endregion
        });
  }

  static String twice() {
    return Printed.refusal(
        () -> {
          // region twice
          Vector<Coefficient> a = Problem.coefficients(-1, 1).named("a").requiresGrad_();
          Optimizer.of(Sgd.of(0.1), a, a);
          // endregion
        });
  }

  static String negative() {
    return Printed.refusal(
        () -> {
          // region negative
          Sgd.of(-1);
          // endregion
        });
  }

  static String nesterov() {
    return Printed.refusal(
        () -> {
          // region nesterov
          Sgd.of(0.1).withNesterov().withMomentum(0.9);
          // endregion
        });
  }
}

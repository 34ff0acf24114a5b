package org.gradus.whole.proofs.docs.chapters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gradus.tensor.AnomalyMode;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.EnableGrad;
import org.gradus.tensor.Hook;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Places;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Warnings;

/** The examples of the chapter on what autograd can be asked for. */
final class AskedGradients {

  private AskedGradients() {}

  static String returned() {
    return Printed.by(
        out -> {
          // region returned
          Tensor w = Tensor.of(1, 2).requiresGrad_();
          Tensor b = Tensor.scalar(3).requiresGrad_();
          Tensor loss = w.square().sum().mul(b);
          out.println(Autograd.gradient(loss, w)); // 2·w·b
          out.println(w.hasGrad() + " " + b.hasGrad());
          // endregion
        });
  }

  static String leaves() {
    return Printed.by(
        out -> {
          // region leaves
          Tensor x = Tensor.of(1, 2);
          Tensor scaled = x.mul(10); // nothing was recorded
          Tensor a = Tensor.of(3, 4).requiresGrad_();
          Tensor y = scaled.mul(a);
          for (Tensor each : List.of(x, scaled, a, y)) {
            out.println("leaf: " + each.isLeaf() + "  gradient: " + each.requiresGrad());
          }
          // endregion
        });
  }

  static String seeds() {
    return Printed.by(
        out -> {
          // region seeds
          Tensor x = Tensor.of(1, 2).requiresGrad_();
          Tensor y = x.square();
          Tensor z = x.mul(3);
          Tensor yBar = Tensor.of(1, 10);
          Tensor zBar = Tensor.of(100, 0);
          out.println(Autograd.of(y, z).seeds(yBar, zBar).grad(x).get(0));
          // endregion
        });
  }

  static String inTheMiddle() {
    return Printed.by(
        out -> {
          // region in-the-middle
          Tensor x = Tensor.of(1, 2).requiresGrad_();
          Tensor z = x.mul(3);
          Tensor loss = z.square().sum();
          List<Tensor> gradients = Autograd.of(loss).grad(z, x);
          out.println(gradients.get(0)); // 2·z
          out.println(gradients.get(1)); // 2·z·3
          // endregion
        });
  }

  static String inputsAlone() {
    return Printed.by(
        out -> {
          // region inputs-alone
          Tensor w = Tensor.of(1, 2).requiresGrad_();
          Tensor b = Tensor.scalar(3).requiresGrad_();
          Tensor loss = w.square().sum().mul(b);
          Autograd.of(loss).backward(b);
          out.println(w.hasGrad() + " " + b.grad());
          // endregion
        });
  }

  static String unused() {
    return Printed.refusal(
        () -> {
          // region unused
          Tensor w = Tensor.of(1, 2).requiresGrad_();
          Tensor bias = Tensor.scalar(0).named("bias").requiresGrad_();
          Tensor loss = w.square().sum().named("loss");
          Autograd.of(loss).grad(w, bias);
          // endregion
        });
  }

  static String unusedAllowed() {
    return Printed.by(
        out -> {
          // region unused-allowed
          Tensor w = Tensor.of(1, 2).requiresGrad_();
          Tensor bias = Tensor.scalar(0).requiresGrad_();
          Tensor loss = w.square().sum();
          Autograd request = Autograd.of(loss).retainGraph();
          out.println(request.gradIfUsed(bias).get(0));
          out.println(request.zeroIfUnused().grad(bias).get(0));
          // endregion
        });
  }

  static String retained() {
    return Printed.by(
        out -> {
          // region retained
          Tensor a = Tensor.of(1, 2).requiresGrad_();
          Tensor y = a.mul(3).retainGrad();
          y.square().sum().backward();
          out.println(y.grad()); // 2·y
          // endregion
        });
  }

  static String warned() {
    return Printed.by(
        out -> {
          // region warned
          Tensor a = Tensor.of(1, 2).requiresGrad_();
          Tensor y = a.mul(3).named("y");
          y.sum().backward();
          try (var listening = Warnings.to(out::println)) {
            out.println(y.gradIfPresent());
          }
          // endregion
        });
  }

  static String hooks() {
    return Printed.by(
        out -> {
          // region hooks
          Tensor a = Tensor.of(1, 20).requiresGrad_();
          Hook clip = a.registerHook(aBar -> aBar.clamp(-5, 5));
          a.registerHook(
              aBar -> {
                out.println("arrives " + aBar);
                return aBar;
              });
          a.registerPostAccumulateHook(leaf -> out.println("kept    " + leaf.grad()));
          a.square().sum().backward();
          clip.remove();
          a.square().sum().backward();
          // endregion
        });
  }

  static String modes() {
    return Printed.by(
        out -> {
          // region modes
          Tensor a = Tensor.of(1, 2).requiresGrad_();
          try (var off = NoGrad.on()) {
            out.println("block        " + a.mul(2).requiresGrad());
            try (var on = EnableGrad.on()) {
              out.println("inner block  " + a.mul(2).requiresGrad());
            }
            var other = CompletableFuture.supplyAsync(() -> a.mul(2).requiresGrad());
            out.println("other thread " + other.join());
            throw new IllegalStateException("an accident");
          } catch (IllegalStateException e) {
            out.println("after it     " + a.mul(2).requiresGrad());
          }
          // endregion
        });
  }

  static String detachedInPlace() {
    return Printed.by(
        out -> {
          // region detached-in-place
          Tensor h = Tensor.zeros(1);
          Tensor w = Tensor.of(0.5).requiresGrad_();
          for (int t = 0; t < 3; t++) {
            h = h.add(1).mul(w);
            Autograd.of(h.sum()).backward();
            h.detach_(); // the next step starts here
          }
          out.println(h + "  leaf: " + h.isLeaf());
          // endregion
        });
  }

  static String explained() {
    return Printed.by(
        out -> {
          // region explained
          Tensor w = Tensor.of(1, 2).named("w").requiresGrad_();
          Tensor y = w.square().named("y");
          Tensor loss = y.detach().sum().named("loss");
          out.println(loss.explain());
          out.println(w.explain(loss));
          // endregion
        });
  }

  static String place() {
    return Printed.refusal(
        () -> {
          // region place
          Tensor w = Tensor.of(1, 2).requiresGrad_();
          try (var on = Places.on()) {
            Tensor y;
            try (var off = NoGrad.on()) {
              y = w.square();
            }
            y.sum().named("loss").backward();
          }
          // endregion
        });
  }

  static String anomaly() {
    return Printed.refusal(
        () -> {
          // region anomaly
          try (var on = AnomalyMode.on()) {
            Tensor x = Tensor.of(4, 0).requiresGrad_();
            Tensor length = x.named("x").sqrt().mul(Tensor.of(1, 0));
            length.sum().backward();
          }
          // endregion
        });
  }

  static String markedLate() {
    return Printed.refusal(
        () -> {
          // region marked-late
          Tensor a = Tensor.of(1, 2);
          Tensor loss = a.square().sum().named("loss");
          a.requiresGrad_(); // too late for what ran before
          loss.backward();
          // endregion
        });
  }

  static String assignedAnew() {
    return Printed.refusal(
        () -> {
          // region assigned-anew
          Tensor a = Tensor.of(1, 2).named("a").requiresGrad_();
          a.square().sum().backward();
          a = a.sub(a.grad().mul(0.1)).named("a"); // a result, no longer a leaf
          a.square().sum().backward();
          a.grad();
          // endregion
        });
  }

  static String exercise() {
    return Printed.by(
        out -> {
          // region exercise
          Tensor x = Tensor.of(new double[][] {{-1, 1}, {0, 1}, {1, 1}});
          Tensor y = Tensor.of(0, 2, 4);
          Tensor a = Tensor.of(0, 1.5).requiresGrad_(); // slope, intercept
          a.registerHook(aBar -> aBar.mul(Tensor.of(1, 0)));
          List<Double> losses = new ArrayList<>();
          for (int t = 0; t < 50; t++) {
            Tensor loss = x.matmul(a).mse(y);
            losses.add(loss.item());
            loss.backward();
            try (var off = NoGrad.on()) {
              a.sub_(a.grad().mul(0.5));
              a.grad().zero_();
            }
          }
          out.println(a.detach() + "  loss " + losses.get(49));
          // endregion
        });
  }
}

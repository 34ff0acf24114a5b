package org.gradus.whole.proofs.docs.chapters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Places;
import org.gradus.tensor.Tensor;

/** The examples of the chapter on changes in place and versions. */
final class ChangesInPlace {

  private ChangesInPlace() {}

  static String changedResult() {
    return Printed.refusal(
        () -> {
          // region changed-result
          Tensor a = Tensor.of(0, 1).named("a").requiresGrad_();
          Tensor y = a.exp().named("y"); // the rule of exp reads y
          Tensor loss = y.sum();
          y.add_(1);
          loss.backward();
          // endregion
        });
  }

  static String unread() {
    return Printed.by(
        out -> {
          // region unread
          Tensor a = Tensor.of(0, 1).requiresGrad_();
          Tensor y = a.sin(); // the rule of sin reads a
          y.add_(1);
          y.sum().backward();
          out.println(a.grad()); // cos a
          // endregion
        });
  }

  static String saved() {
    return Printed.by(
        out -> {
          // region saved
          Tensor a = Tensor.of(1, 2).named("a").requiresGrad_();
          Tensor x = Tensor.of(3, 4).named("x");
          Map<String, Tensor> results = new LinkedHashMap<>();
          results.put("a + x", a.add(x));
          results.put("a·x", a.mul(x));
          results.put("a·a", a.mul(a));
          results.put("exp a", a.exp());
          results.put("log a", a.log());
          results.put("relu a", a.relu());
          results.put("Σ a", a.sum());
          results.forEach(
              (formula, y) ->
                  out.printf("%-7s %s%n", formula, y.explain().facts().get("saved values")));
          // endregion
        });
  }

  static String versions() {
    return Printed.by(
        out -> {
          // region versions
          Tensor base = Tensor.of(1, 2, 3);
          Tensor view = base.first(2);
          Tensor alias = base.detach();
          Tensor copy = base.clone();
          view.mul_(10);
          for (Tensor each : List.of(base, view, alias, copy)) {
            out.println("version " + each.version() + "  " + each);
          }
          // endregion
        });
  }

  static String places() {
    return Printed.refusal(
        () -> {
          // region places
          try (var on = Places.on()) {
            Tensor a = Tensor.of(1, 2).requiresGrad_();
            Tensor h = a.mul(3).named("h");
            Tensor loss = h.square().sum();
            h.first(1).zero_();
            loss.backward();
          }
          // endregion
        });
  }

  static String viewOfALeaf() {
    return Printed.refusal(
        () -> {
          // region view-of-a-leaf
          Tensor a = Tensor.of(1, 2, 3).named("a").requiresGrad_();
          a.first(2).named("head").zero_();
          // endregion
        });
  }

  static String recorded() {
    return Printed.by(
        out -> {
          // region recorded
          Tensor x = Tensor.of(1, 2).requiresGrad_();
          Tensor c = Tensor.of(5, 6).requiresGrad_();
          Tensor y = x.mul(2);
          y.mul_(c); // y = (2x)·c from here on
          out.println(y);
          y.sum().backward();
          out.println(x.grad() + " " + c.grad());
          // endregion
        });
  }

  static String throughAView() {
    return Printed.by(
        out -> {
          // region through-a-view
          Tensor a = Tensor.of(1, 2, 3).requiresGrad_();
          Tensor b = Tensor.scalar(7).requiresGrad_();
          Tensor y = a.mul(1);
          Tensor tail = y.slice(0, 1, 3); // a view from before the change
          y.select(0, 1).copy_(b);
          out.println(y.detach() + " " + tail.detach());
          tail.square().sum().backward();
          out.println(a.grad() + " " + b.grad());
          // endregion
        });
  }

  static String unbound() {
    return Printed.refusal(
        () -> {
          // region unbound
          Tensor y = Tensor.of(1, 2).requiresGrad_().mul(3);
          List<Tensor> parts = y.unbind(0);
          parts.get(0).named("part").add_(1);
          // endregion
        });
  }

  static String unrecordedView() {
    return Printed.refusal(
        () -> {
          // region unrecorded-view
          Tensor y = Tensor.of(1, 2).requiresGrad_().mul(3);
          Tensor head;
          try (var off = NoGrad.on()) {
            head = y.first(1).named("head");
          }
          head.zero_();
          // endregion
        });
  }

  static String expanded() {
    return Printed.refusal(
        () -> {
          // region expanded
          Tensor row = Tensor.of(1, 2).expand(3, 2).named("row");
          row.add_(1);
          // endregion
        });
  }

  static String shape() {
    return Printed.refusal(
        () -> {
          // region shape
          Tensor x = Tensor.of(1, 2).named("x");
          x.add_(Tensor.ones(3, 2).named("y"));
          // endregion
        });
  }

  static String noData() {
    return Printed.refusal(
        () -> {
          // region no-data
          Tensor a = Tensor.of(0.5, 0.75).named("a").requiresGrad_();
          Tensor loss = a.mul(a).sum();
          a.detach().sub_(0.5); // in place of a.data.sub_(0.5)
          loss.backward();
          // endregion
        });
  }

  static String standardizing() {
    return Printed.refusal(
        () -> {
          // region exercise
          Tensor x = Tensor.of(1, 2, 6).requiresGrad_();
          Tensor h = x.mul(1).named("h");
          h.sub_(h.mean());
          h.div_(h.square().mean().sqrt());
          h.select(0, 0).backward();
          // endregion
        });
  }

  static String standardized() {
    return Printed.by(
        out -> {
          // region solution
          Tensor x = Tensor.of(1, 2, 6).requiresGrad_();
          Tensor h = x.mul(1);
          h.sub_(h.mean()); // its rule reads nothing
          Tensor y = h.div(h.square().mean().sqrt());
          y.select(0, 0).backward();
          out.println(x.grad());
          // endregion
        });
  }
}

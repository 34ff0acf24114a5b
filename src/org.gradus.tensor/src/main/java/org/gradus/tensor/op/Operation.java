package org.gradus.tensor.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;

/**
 * Row of the catalogue: what proofs, checks, tables and exercises know of an operation.
 *
 * @param id name, as the method is called
 * @param formula forward formula
 * @param rule reverse rule
 * @param sampler draws a case, every configuration and branch being reached
 * @param kinks points without a derivative, with the gradient declared there
 */
public record Operation(
    String id, String formula, String rule, Function<Draw, Case> sampler, List<Kink> kinks) {

  /** Row of an operation with cases of its own. */
  public static Operation of(String id, String formula, String rule, Function<Draw, Case> sampler) {
    return new Operation(id, formula, rule, sampler, List.of());
  }

  /**
   * Row of an elementwise function of one operand.
   *
   * @param definition the function in any number system
   * @param domain where its operand is drawn from
   */
  public static Operation unary(
      String id,
      String formula,
      String rule,
      UnaryOperator<Tensor> application,
      Definition.Unary definition,
      Domain domain) {
    return of(
        id,
        formula,
        rule,
        draw -> {
          int[] shape = Sample.shape(draw);
          return Case.of(
              id + " " + Arrays.toString(shape),
              Sample.tensor(draw, domain, shape),
              application,
              Definition.elementwise(definition));
        });
  }

  /**
   * Row of an elementwise function of two operands that broadcast.
   *
   * @param definition the function in any number system
   * @param left where the left operand is drawn from
   * @param right where the right operand is drawn from
   */
  public static Operation binary(
      String id,
      String formula,
      String rule,
      BinaryOperator<Tensor> application,
      Definition.Binary definition,
      Domain left,
      Domain right) {
    return of(
        id,
        formula,
        rule,
        draw -> {
          int[] shape = Sample.shape(draw);
          int[] partner = Sample.partner(draw, shape);
          Tensor a = Sample.tensor(draw, left, shape);
          Tensor b = Sample.tensor(draw, right, partner);
          return new Case(
              id + " " + Arrays.toString(a.shape()) + " " + Arrays.toString(b.shape()),
              List.of(a, b),
              t -> application.apply(t.get(0), t.get(1)),
              Definition.elementwise(definition, Sample.broadcast(shape, partner)));
        });
  }

  /** This row with one more kink. */
  public Operation with(Kink kink) {
    List<Kink> more = new ArrayList<>(kinks);
    more.add(kink);
    return new Operation(id, formula, rule, sampler, List.copyOf(more));
  }

  /**
   * This row with the declared derivative {@code gradient} at x = {@code x}, for an elementwise
   * function.
   */
  public Operation withKink(
      UnaryOperator<Tensor> application, double x, double gradient, String reason) {
    return with(
        new Kink(
            "x = " + x,
            List.of(Tensor.scalar(x)),
            t -> application.apply(t.get(0)),
            List.of(Tensor.scalar(gradient)),
            reason));
  }

  /** This row with another sampler. */
  public Operation sampled(Function<Draw, Case> other) {
    return new Operation(id, formula, rule, other, kinks);
  }

  /** This row with another application in each of its cases and kinks. */
  public Operation applied(UnaryOperator<Function<List<Tensor>, Tensor>> change) {
    return new Operation(
        id,
        formula,
        rule,
        draw -> sampler.apply(draw).applied(change),
        kinks.stream().map(kink -> kink.applied(change)).toList());
  }
}

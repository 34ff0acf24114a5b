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

  /** This row with a distance that all of its cases have. */
  public Operation with(Distance distance) {
    return new Operation(id, formula, rule, draw -> sampler.apply(draw).with(distance), kinks);
  }

  /**
   * This row with the kink of an elementwise function at x = {@code x}, and the distance to it.
   *
   * @param gradient declared derivative, between those on both sides
   */
  public Operation withKink(
      UnaryOperator<Tensor> application,
      Definition.Unary definition,
      double x,
      double gradient,
      String reason) {
    return with(
        distanceTo(x),
        at(x, application, definition),
        at -> Kink.subgradient(at, reason, Tensor.scalar(gradient)));
  }

  /**
   * This row with a pole of an elementwise function at x = {@code x}, and the distance to it.
   *
   * @param gradient limit of the derivatives from both sides
   */
  public Operation withPole(
      UnaryOperator<Tensor> application,
      Definition.Unary definition,
      double x,
      double gradient,
      String reason) {
    return with(
        distanceTo(x),
        at(x, application, definition),
        at -> Kink.limit(at, reason, Tensor.scalar(gradient)));
  }

  /**
   * This row with the left border of the domain of an elementwise function at x = {@code x}, and
   * the distance to it.
   *
   * @param gradient limit of the derivatives from above
   */
  public Operation withBorder(
      UnaryOperator<Tensor> application,
      Definition.Unary definition,
      double x,
      double gradient,
      String reason) {
    return with(
        distanceTo(x).fromAbove(),
        at(x, application, definition),
        at -> Kink.limit(at, reason, Tensor.scalar(gradient)));
  }

  /**
   * This row with the declared derivative {@code gradient} of an elementwise function at x = {@code
   * x}, where no neighbor says what it should be.
   */
  public Operation withConvention(
      UnaryOperator<Tensor> application,
      Definition.Unary definition,
      double x,
      double gradient,
      String reason) {
    return with(Kink.convention(at(x, application, definition), reason, Tensor.scalar(gradient)));
  }

  private Operation with(Distance distance, Case at, Function<Case, Kink> kink) {
    return with(distance).with(kink.apply(at.with(distance)));
  }

  private static Distance distanceTo(double x) {
    String shift = x < 0 ? " + " + -x : " − " + x;
    return Distance.ofOperand(x == 0 ? "x" : "x" + shift, 0, x);
  }

  private static Case at(double x, UnaryOperator<Tensor> application, Definition.Unary definition) {
    return Case.of("x = " + x, Tensor.scalar(x), application, Definition.elementwise(definition));
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

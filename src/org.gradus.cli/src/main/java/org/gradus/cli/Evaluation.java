package org.gradus.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/** The computation of terms for given values of names. */
final class Evaluation {

  private final String source;
  private final Map<String, Tensor> values;

  Evaluation(String source, Map<String, Tensor> values) {
    this.source = source;
    this.values = values;
  }

  /** Tells the words for truth from the names of values. */
  static boolean isTruth(Term.Name name) {
    return name.name().equals("true") || name.name().equals("false");
  }

  /**
   * Computes a term.
   *
   * @throws FormulaException if a name has no value or an operation refuses its operands
   */
  Tensor value(Term term) {
    if (term instanceof Term.Number number) {
      return Tensor.scalar(number.value());
    } else if (term instanceof Term.Name name) {
      Tensor value = values.get(name.name());
      if (value == null) {
        throw refusal(name, "a value must be made of numbers, not of " + name.name());
      }
      return value;
    } else if (term instanceof Term.Bracket bracket) {
      List<Tensor> elements = bracket.elements().stream().map(this::value).toList();
      return computed(bracket, () -> elements.isEmpty() ? Tensor.of() : Tensor.stack(elements, 0));
    }
    return value((Term.Call) term);
  }

  private Tensor value(Term.Call call) {
    List<Vocabulary.Argument> arguments =
        call.arguments().stream().<Vocabulary.Argument>map(Given::new).toList();
    return computed(call, () -> Vocabulary.apply(call.function(), arguments))
        .orElseThrow(
            () ->
                FormulaException.at(
                    call.place(),
                    source,
                    call.function() + " must be given what it takes",
                    "write " + Vocabulary.forms(call.function())));
  }

  /** Points at the term whose computation was refused. */
  private <T> T computed(Term term, Supplier<T> computation) {
    try {
      return computation.get();
    } catch (ShapeException
        | GradientException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      throw refusal(term, String.valueOf(e.getMessage()));
    }
  }

  private FormulaException refusal(Term term, String what) {
    return FormulaException.at(term.place(), source, what, "");
  }

  /** An argument as it was written. */
  private final class Given implements Vocabulary.Argument {
    private final Term term;
    private Optional<Tensor> tensor = Optional.empty();

    Given(Term term) {
      this.term = term;
    }

    @Override
    public Tensor tensor() {
      Tensor value = tensor.orElseGet(() -> value(term));
      tensor = Optional.of(value);
      return value;
    }

    @Override
    public Optional<Double> number() {
      return constant().filter(value -> value.ndim() == 0).map(Tensor::item);
    }

    @Override
    public Optional<int[]> integers() {
      return constant()
          .filter(value -> value.ndim() == 1)
          .map(Tensor::toArray)
          .filter(
              array ->
                  IntStream.range(0, array.length).allMatch(i -> array[i] == Math.rint(array[i])))
          .map(array -> IntStream.range(0, array.length).map(i -> (int) array[i]).toArray());
    }

    @Override
    public Optional<Boolean> truth() {
      return term instanceof Term.Name name && isTruth(name)
          ? Optional.of(name.name().equals("true"))
          : Optional.empty();
    }

    private Optional<Tensor> constant() {
      return hasName(term) ? Optional.empty() : Optional.of(tensor());
    }

    private boolean hasName(Term part) {
      if (part instanceof Term.Call call) {
        return call.arguments().stream().anyMatch(this::hasName);
      } else if (part instanceof Term.Bracket bracket) {
        return bracket.elements().stream().anyMatch(this::hasName);
      }
      return part instanceof Term.Name;
    }
  }
}

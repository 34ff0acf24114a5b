package org.gradus.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/**
 * A formula of tensors: numbers, vectors and matrices in brackets, names, {@code + - * / ^ @},
 * functions of the catalogue, and parts with names of their own.
 *
 * <pre>
 *   b = 2*a; c = a*a; L = b*c
 * </pre>
 *
 * <p>{@code ^} binds tighter than a sign before it and groups to the right; {@code @} is the matrix
 * product. The value is that of the last part.
 */
// [impl->cli~formulas~1]
final class Formula {

  private final String source;
  private final List<Term.Assignment> parts;

  private Formula(String source, String... separators) {
    this.source = source;
    this.parts = FormulaParser.assignments(source, separators);
    parts.forEach(part -> requireFunctions(part.value()));
  }

  /**
   * Reads a formula.
   *
   * @throws FormulaException if the text is none, names a function that is not there, or gives a
   *     name twice
   */
  static Formula of(String source) {
    Formula formula = new Formula(line(source), ";");
    Set<String> given = new LinkedHashSet<>();
    for (Term.Assignment part : formula.parts) {
      if (!part.name().isEmpty() && !given.add(part.name())) {
        throw formula.at(part.place(), part.name() + " must be named once", "choose another name");
      }
    }
    return formula;
  }

  /**
   * Reads values by name: {@code a=3, w=[0.5, -1]}. Each is a leaf that requires a gradient.
   *
   * @throws FormulaException if the text is no list of names and numbers, or a name comes twice
   */
  static Map<String, Tensor> values(String source) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    Formula formula = new Formula(line(source), ",", ";");
    for (Term.Assignment part : formula.parts) {
      if (part.name().isEmpty()) {
        throw formula.at(part.place(), "a value must have a name", "write it as a=3");
      }
      Tensor value;
      try (NoGrad off = NoGrad.on()) {
        value = new Evaluation(formula.source, Map.of()).value(part.value());
      }
      Tensor leaf = value.clone().named(part.name()).requiresGrad_();
      if (values.put(part.name(), leaf) != null) {
        throw formula.at(part.place(), part.name() + " must be given once", "leave one out");
      }
    }
    return values;
  }

  /**
   * Computes the formula.
   *
   * @param values what is given; each must be used
   * @throws FormulaException if a name has no value, a value is not used, or an operation refuses
   *     its operands
   */
  Tensor value(Map<String, Tensor> values) {
    Map<String, Tensor> known = new LinkedHashMap<>(values);
    Set<String> used = new LinkedHashSet<>();
    Tensor last = Tensor.of();
    for (Term.Assignment part : parts) {
      requireNames(part.value(), known, used);
      last = new Evaluation(source, known).value(part.value());
      if (!part.name().isEmpty()) {
        if (known.put(part.name(), last) != null) {
          throw at(
              part.place(), part.name() + " is given, and must not be computed too", "rename one");
        }
        if (last.name().isEmpty()) {
          last.named(part.name());
        }
      }
    }
    for (String name : values.keySet()) {
      if (!used.contains(name)) {
        throw FormulaException.values(
            "%s is given, and the formula does not use it\n  %s\nleave it out"
                .formatted(name, source));
      }
    }
    return last;
  }

  /** Puts a text on one line, so that a caret can point at its characters. */
  private static String line(String source) {
    return source.replaceAll("\\s", " ");
  }

  private void requireNames(Term term, Map<String, Tensor> known, Set<String> used) {
    if (term instanceof Term.Name name) {
      used.add(name.name());
      if (!known.containsKey(name.name()) && !Evaluation.isTruth(name)) {
        boolean later = parts.stream().anyMatch(part -> part.name().equals(name.name()));
        throw at(
            name.place(),
            "no value is given for " + name.name(),
            (later ? "compute it before: %s = …" : "give one: --at %s=1").formatted(name.name()));
      }
    }
    children(term).forEach(child -> requireNames(child, known, used));
  }

  private void requireFunctions(Term term) {
    if (term instanceof Term.Call call && !Vocabulary.names().contains(call.function())) {
      Optional<String> nearest = Edits.nearest(call.function(), Vocabulary.names());
      throw at(
          call.place(),
          "no function is called " + call.function(),
          nearest.map(name -> "did you mean " + name + "?").orElse(""));
    }
    children(term).forEach(this::requireFunctions);
  }

  private static List<Term> children(Term term) {
    if (term instanceof Term.Call call) {
      return call.arguments();
    }
    return term instanceof Term.Bracket bracket ? bracket.elements() : List.of();
  }

  private FormulaException at(int place, String what, String remedy) {
    return FormulaException.at(place, source, what, remedy);
  }
}

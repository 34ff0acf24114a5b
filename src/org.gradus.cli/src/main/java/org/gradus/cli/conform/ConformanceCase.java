package org.gradus.cli.conform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of an operation as PyTorch has executed it.
 *
 * @param id its name
 * @param op PyTorch's name of the operation
 * @param attrs what is passed beside tensors, by PyTorch's names
 * @param inputs the tensors that are passed
 * @param gradOutput gradient of the loss by the output; empty where nothing is differentiated
 * @param output the result
 * @param grads gradient of the loss by each input; empty for one that needs or gets none
 * @param extraOutputs further results by name
 * @param isDependent whether PyTorch leaves the result to its implementation
 * @param secondOrder what a second differentiation gives; empty where none was made
 */
record ConformanceCase(
    String id,
    String op,
    Fields attrs,
    List<Input> inputs,
    Optional<Literal> gradOutput,
    Literal output,
    List<Optional<Literal>> grads,
    Map<String, Literal> extraOutputs,
    boolean isDependent,
    Optional<Second> secondOrder) {

  /**
   * A tensor that is passed.
   *
   * @param name PyTorch's name of the parameter; empty where the file names none
   * @param literal its numbers
   * @param requiresGrad whether the gradient by it is asked for
   */
  record Input(String name, Literal literal, boolean requiresGrad) {}

  /**
   * Derivatives of s = Σᵢ ⟨gᵢ, vᵢ⟩, where gᵢ is the gradient by input i.
   *
   * @param v a direction for each input; empty where the input needs none
   * @param byInputs ∂s/∂xᵢ; empty where s does not depend on xᵢ
   * @param byGradOutput ∂s/∂ȳ; empty where s does not depend on ȳ
   */
  record Second(
      List<Optional<Literal>> v,
      List<Optional<Literal>> byInputs,
      Optional<Literal> byGradOutput) {}

  /**
   * Reads a line of a conformance file or a second-order file.
   *
   * @throws MalformedException if it is none
   */
  static ConformanceCase of(Fields line) {
    List<Fields> inputs = line.objects("inputs");
    List<Optional<Literal>> grads = each(line, "grads", inputs.size());
    Optional<Second> second =
        line.has("v")
            ? Optional.of(
                new Second(
                    each(line, "v", inputs.size()),
                    each(line, "second", inputs.size()),
                    Literal.optional(line, "second_grad_output")))
            : Optional.empty();
    return new ConformanceCase(
        line.text("id"),
        line.text("op"),
        line.objectOrNone("attrs"),
        inputs(inputs, grads, second),
        Literal.optional(line, "grad_output"),
        Literal.of(line.object("output")),
        grads,
        extraOutputs(line.objectOrNone("extra_outputs")),
        line.has("tags") && line.texts("tags").contains("implementation_dependent"),
        second);
  }

  /** Where a file does not say whether a gradient is needed, its having one does. */
  private static List<Input> inputs(
      List<Fields> written, List<Optional<Literal>> grads, Optional<Second> second) {
    List<Input> inputs = new ArrayList<>();
    for (Fields input : written) {
      int i = inputs.size();
      boolean has = grads.get(i).isPresent();
      Literal literal = Literal.of(input);
      boolean required =
          input.flag("requires_grad", has || second.stream().anyMatch(s -> s.v.get(i).isPresent()));
      if (required && literal.kind() != Literal.Kind.FLOAT64) {
        throw MalformedException.of(
            input.path("requires_grad"), "only float64 takes a gradient", literal.kind());
      }
      if (has && !required) {
        throw new MalformedException(
            input.path("requires_grad") + ": it must be true, for there is a gradient");
      }
      String name = input.text("name", "");
      if (!name.isEmpty() && inputs.stream().anyMatch(before -> before.name().equals(name))) {
        throw MalformedException.of(
            input.path("name"), "it must differ from those of the inputs before", name);
      }
      inputs.add(new Input(name, literal, required));
    }
    return inputs;
  }

  private static List<Optional<Literal>> each(Fields line, String name, int count) {
    List<Optional<Literal>> tensors = new ArrayList<>();
    for (Optional<Fields> fields : line.optionalObjects(name)) {
      tensors.add(fields.map(Literal::of));
    }
    if (tensors.size() != count) {
      throw MalformedException.of(
          line.path(name), "there must be one for each input, " + count, tensors.size());
    }
    return tensors;
  }

  private static Map<String, Literal> extraOutputs(Fields fields) {
    Map<String, Literal> outputs = new LinkedHashMap<>();
    fields.names().forEach(name -> outputs.put(name, Literal.of(fields.object(name))));
    return outputs;
  }
}

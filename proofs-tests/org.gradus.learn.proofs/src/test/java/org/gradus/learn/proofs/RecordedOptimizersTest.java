package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gradus.learn.Adagrad;
import org.gradus.learn.Adam;
import org.gradus.learn.AdamW;
import org.gradus.learn.Memory;
import org.gradus.learn.Optimizer;
import org.gradus.learn.RmsProp;
import org.gradus.learn.Sgd;
import org.gradus.learn.Update;
import org.gradus.tensor.Face;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs of 25 steps that were recorded with PyTorch 2.13, fed with the recorded gradients. */
// [proof->learn~sgd~1]
// [proof->learn~adam~1]
// [proof->learn~adamw~1]
// [proof->learn~rmsprop~1]
// [proof->learn~adagrad~1]
class RecordedOptimizersTest {

  /**
   * A handful of roundings a step, relative to the largest element: PyTorch multiplies and adds in
   * one rounding, so that an element may come to −2e-17 where two roundings make it 0.
   */
  private static final double RELATIVE = 1e-12;

  @TestFactory
  Stream<DynamicTest> everyStepIsThatOfPyTorch() {
    return rows()
        .map(row -> DynamicTest.dynamicTest(row.get("id").getAsString(), () -> replay(row)));
  }

  private static void replay(JsonObject row) {
    List<Tensor> parameters = tensors(row.getAsJsonArray("params0"));
    parameters.forEach(Tensor::requiresGrad_);
    Update update = update(row.get("optimizer").getAsString(), row.getAsJsonObject("hyper"));
    Optimizer optimizer = Optimizer.of(update, parameters.toArray(Face<?>[]::new));
    for (JsonElement element : row.getAsJsonArray("steps")) {
      JsonObject step = element.getAsJsonObject();
      List<Tensor> gradients = tensors(step.getAsJsonArray("grads"));
      for (int i = 0; i < gradients.size(); i++) {
        parameters.get(i).setGrad(gradients.get(i));
      }
      optimizer.step();
      agree(parameters, tensors(step.getAsJsonArray("params")));
    }
  }

  /** What is remembered in the end, under PyTorch's names. */
  @TestFactory
  Stream<DynamicTest> whatIsRememberedIsThatOfPyTorch() {
    return rows()
        .map(row -> DynamicTest.dynamicTest(row.get("id").getAsString(), () -> remember(row)));
  }

  private static void remember(JsonObject row) {
    Update update = update(row.get("optimizer").getAsString(), row.getAsJsonObject("hyper"));
    Tensor w = tensors(row.getAsJsonArray("params0")).get(0);
    Memory memory = new Memory();
    for (JsonElement step : row.getAsJsonArray("steps")) {
      update.apply(w, tensors(step.getAsJsonObject().getAsJsonArray("grads")).get(0), memory);
    }
    JsonObject expected = row.getAsJsonArray("final_state").get(0).getAsJsonObject();
    for (String name : expected.keySet()) {
      Tensor recorded = tensor(expected.getAsJsonObject(name));
      if (name.equals("step")) {
        // PyTorch counts the steps of RMSprop too, which no formula asks for.
        assertThat(memory.steps()).isIn(0L, (long) recorded.item());
      } else {
        agree(List.of(memory.recall(name).orElseThrow()), List.of(recorded));
      }
    }
  }

  private static void agree(List<Tensor> actual, List<Tensor> expected) {
    for (int i = 0; i < actual.size(); i++) {
      double[] recorded = expected.get(i).toArray();
      double[] here = actual.get(i).detach().toArray();
      double largest = Arrays.stream(recorded).map(Math::abs).max().orElseThrow();
      assertThat(here).containsExactly(recorded, within(RELATIVE * largest));
    }
  }

  private static Update update(String optimizer, JsonObject hyper) {
    return switch (optimizer) {
      case "SGD" ->
          new Sgd(
              number(hyper, "lr"),
              number(hyper, "momentum"),
              number(hyper, "dampening"),
              flag(hyper, "nesterov"),
              number(hyper, "weight_decay"),
              flag(hyper, "maximize"));
      case "Adam" -> adam(hyper, number(hyper, "weight_decay"));
      case "AdamW" -> new AdamW(adam(hyper, 0), number(hyper, "weight_decay"));
      case "RMSprop" ->
          new RmsProp(
              number(hyper, "lr"),
              number(hyper, "alpha"),
              number(hyper, "eps"),
              number(hyper, "weight_decay"),
              number(hyper, "momentum"),
              flag(hyper, "centered"),
              false);
      case "Adagrad" ->
          new Adagrad(
              number(hyper, "lr"),
              number(hyper, "lr_decay"),
              number(hyper, "weight_decay"),
              number(hyper, "initial_accumulator_value"),
              number(hyper, "eps"),
              false);
      default -> throw new IllegalArgumentException("no optimizer of the name " + optimizer);
    };
  }

  private static Adam adam(JsonObject hyper, double weightDecay) {
    return new Adam(
        number(hyper, "lr"),
        hyper.getAsJsonArray("betas").get(0).getAsDouble(),
        hyper.getAsJsonArray("betas").get(1).getAsDouble(),
        number(hyper, "eps"),
        weightDecay,
        flag(hyper, "amsgrad"),
        flag(hyper, "maximize"));
  }

  private static double number(JsonObject hyper, String name) {
    return hyper.get(name).getAsDouble();
  }

  private static boolean flag(JsonObject hyper, String name) {
    return hyper.get(name).getAsBoolean();
  }

  private static List<Tensor> tensors(JsonArray array) {
    List<Tensor> tensors = new ArrayList<>();
    for (JsonElement element : array) {
      tensors.add(tensor(element.getAsJsonObject()));
    }
    return tensors;
  }

  private static Tensor tensor(JsonObject json) {
    Gson gson = new Gson();
    return Tensor.of(gson.fromJson(json.get("data"), double[].class))
        .reshape(gson.fromJson(json.get("shape"), int[].class))
        .clone();
  }

  private static Stream<JsonObject> rows() {
    var stream =
        Objects.requireNonNull(
            RecordedOptimizersTest.class.getResourceAsStream("optimizers.jsonl"));
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

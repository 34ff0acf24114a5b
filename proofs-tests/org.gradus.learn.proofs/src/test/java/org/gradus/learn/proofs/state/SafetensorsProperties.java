package org.gradus.learn.proofs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.gradus.learn.state.Safetensors;
import org.gradus.learn.state.StateException;
import org.gradus.tensor.Tensor;

/** Laws of files of tensors. */
// [proof->learn~safetensors~1]
class SafetensorsProperties {

  private static Path folder;

  @BeforeContainer
  static void createFolder() throws IOException {
    folder = Files.createTempDirectory("safetensors");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    Files.deleteIfExists(file());
    Files.delete(folder);
  }

  private static Path file() {
    return folder.resolve("state.safetensors");
  }

  @Property
  void whatIsWrittenComesBackBitForBit(
      @ForAll("named") Map<String, Tensor> tensors, @ForAll("texts") Map<String, String> texts) {
    new Safetensors(tensors, texts).write(file());
    Safetensors read = Safetensors.read(file());
    assertThat(read.metadata()).isEqualTo(texts);
    assertThat(read.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
    read.tensors()
        .forEach(
            (name, tensor) -> {
              assertThat(tensor.shape()).isEqualTo(tensors.get(name).shape());
              assertThat(bits(tensor)).isEqualTo(bits(tensors.get(name)));
            });
  }

  /** What is damaged is read as something else or refused; it never ends otherwise. */
  @Property
  void aByteThatIsChangedIsNeverMoreThanARefusal(
      @ForAll("named") Map<String, Tensor> tensors,
      @ForAll @IntRange(max = 2000) int at,
      @ForAll byte value)
      throws IOException {
    Safetensors.of(tensors).write(file());
    byte[] bytes = Files.readAllBytes(file());
    bytes[at % bytes.length] = value;
    Files.write(file(), bytes);
    try {
      assertThat(Safetensors.read(file()).tensors()).isNotNull();
    } catch (StateException e) {
      assertThat(e).hasMessageStartingWith("read " + file() + ": ");
    }
  }

  @Property
  void aFileThatIsCutOffIsRefused(
      @ForAll("named") Map<String, Tensor> tensors, @ForAll @IntRange(max = 2000) int length)
      throws IOException {
    Safetensors.of(tensors).write(file());
    byte[] bytes = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(bytes, length % bytes.length));
    refused();
    Files.write(file(), Arrays.copyOf(bytes, bytes.length + 1));
    refused();
  }

  private static void refused() {
    assertThatThrownBy(() -> Safetensors.read(file())).isInstanceOf(StateException.class);
  }

  private static long[] bits(Tensor tensor) {
    return Arrays.stream(tensor.toArray()).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Provide
  Arbitrary<Map<String, String>> texts() {
    return Arbitraries.maps(
            Arbitraries.strings().ofMaxLength(5), Arbitraries.strings().ofMaxLength(9))
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<Map<String, Tensor>> named() {
    return Arbitraries.maps(
            Arbitraries.strings().ofMaxLength(6).filter(name -> !name.equals("__metadata__")),
            tensor())
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(LinkedHashMap::new);
  }

  private static Arbitrary<Tensor> tensor() {
    Arbitrary<Double> numbers =
        Arbitraries.oneOf(
            Arbitraries.of(
                Double.NaN,
                -0.0,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                Double.MAX_VALUE),
            Arbitraries.doubles());
    return Arbitraries.integers()
        .between(0, 3)
        .array(int[].class)
        .ofMaxSize(3)
        .flatMap(
            shape ->
                numbers
                    .array(double[].class)
                    .ofSize(Arrays.stream(shape).reduce(1, (a, b) -> a * b))
                    .map(values -> Tensor.of(values).reshape(shape)));
  }
}

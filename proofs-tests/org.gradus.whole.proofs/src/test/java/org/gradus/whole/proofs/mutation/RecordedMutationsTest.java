package org.gradus.whole.proofs.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gradus.cli.prove.Recorded;
import org.gradus.whole.proofs.mutation.Mutant.Place;
import org.gradus.whole.proofs.mutation.Survivors.Reason;
import org.junit.jupiter.api.Test;

/** The recorded mutation run holds what it has to, in every build. */
// [proof->check~mutation-score~1]
class RecordedMutationsTest {
  private static final Path LIST =
      Path.of(System.getProperty("gradus.root")).resolve("proofs-tests/evidence/survivors.csv");
  private static final JsonObject RECORDED = Recorded.bundled().mutations().orElseThrow();

  @Test
  void nineInTenOfEveryPackageWereKilled() {
    List<Score> scores =
        objects("packages")
            .map(
                one ->
                    new Score(
                        one.get("package").getAsString(),
                        one.get("mutants").getAsInt(),
                        one.get("killed").getAsInt(),
                        one.get("timedOut").getAsInt()))
            .toList();
    assertThat(scores).allMatch(Score::isHighEnough, "nine in ten killed");
    assertThat(scores.stream().map(Score::bundle)).contains("org.gradus.tensor.internal.kernel");
  }

  @Test
  void everySurvivorIsListedWithTheSameReason() {
    Map<Place, Reason> survived = new TreeMap<>();
    objects("survivors")
        .forEach(
            one ->
                survived.merge(
                    new Place(
                        one.get("class").getAsString(),
                        one.get("method").getAsString(),
                        one.get("mutator").getAsString(),
                        one.get("code").getAsString()),
                    new Reason(1, one.get("reason").getAsString()),
                    (some, more) -> new Reason(some.count() + more.count(), some.text())));
    Set<String> packages =
        objects("packages")
            .map(one -> one.get("package").getAsString())
            .collect(Collectors.toSet());
    Map<Place, Reason> listed = new TreeMap<>(Survivors.read(LIST).reasons());
    listed.keySet().removeIf(place -> !packages.contains(place.bundle()));
    assertThat(listed)
        .isEqualTo(survived)
        .allSatisfy((place, reason) -> assertThat(reason.text()).isNotBlank());
    long mutants = objects("packages").mapToLong(one -> one.get("mutants").getAsLong()).sum();
    long killed = objects("packages").mapToLong(one -> one.get("killed").getAsLong()).sum();
    assertThat(objects("survivors").count()).isEqualTo(mutants - killed);
  }

  private static Stream<JsonObject> objects(String member) {
    return StreamSupport.stream(RECORDED.getAsJsonArray(member).spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }
}

package org.gradus.learn.proofs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.learn.train.EarlyStopping;
import org.gradus.learn.train.EpochRecord;
import org.gradus.learn.train.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of what is written down of a training, and of what is read from it. */
// [proof->learn~history~1]
// [proof->learn~early-stopping~1]
class HistoryTest {

  @TempDir private Path folder;

  private static History of(double... validationLosses) {
    History history = History.EMPTY;
    for (int i = 0; i < validationLosses.length; i++) {
      Map<String, Double> values = new LinkedHashMap<>();
      values.put(EpochRecord.TRAINING_LOSS, 0.1 * (i + 1));
      values.put(EpochRecord.VALIDATION_LOSS, validationLosses[i]);
      history = history.with(new EpochRecord(i + 1, 0.5, values));
    }
    return history;
  }

  @Test
  void aTableHasALineForEachEpoch() throws IOException {
    Map<String, Double> more = new LinkedHashMap<>();
    more.put(EpochRecord.TRAINING_LOSS, 1e-300);
    more.put("errors, all", Double.NaN);
    History history = of(0.25).with(new EpochRecord(2, 0.125, more));
    Path file = folder.resolve("history.csv");
    history.write(file);
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            epoch,learning rate,training loss,validation loss,"errors, all"
            1,0.5,0.1,0.25,
            2,0.125,1.0E-300,,NaN
            """);
    assertThat(History.parse(history.text())).isEqualTo(history);
    assertThat(History.parse(History.EMPTY.text())).isEqualTo(History.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "epoch\n",
        "epoch,loss\n1,2\n",
        "epoch,learning rate,a\n1,0.1\n",
        "epoch,learning rate\nx,0.1\n",
        "epoch,learning rate\n1,y\n",
        "epoch,learning rate\n2,0.1\n"
      })
  void whatIsNoTableIsRefused(String text) {
    assertThatThrownBy(() -> History.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("history: ")
        .hasMessageContaining("\n  given  ");
  }

  @Test
  void theBestEpochIsTheFirstOfTheLeast() {
    assertThat(of(3, 2, Double.NaN, 2, 4).best(EpochRecord.VALIDATION_LOSS)).hasValue(2);
    assertThat(of(Double.NaN).best(EpochRecord.VALIDATION_LOSS)).isEmpty();
    assertThat(of(1).best("accuracy")).isEmpty();
  }

  @Test
  void valuesAreFoundByName() {
    History history = of(3, 2);
    assertThat(history.values(EpochRecord.VALIDATION_LOSS)).containsExactly(3, 2);
    assertThat(history.values("accuracy")).containsExactly(Double.NaN, Double.NaN);
    assertThat(history.last().validationLoss()).hasValue(2);
    assertThat(history.last().trainingLoss()).isEqualTo(0.2);
    assertThatThrownBy(History.EMPTY::last)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("history: there must be an epoch, and none has ended yet");
  }

  @Test
  void epochsCountFromOne() {
    EpochRecord second = new EpochRecord(2, 0.1, Map.of());
    assertThatThrownBy(() -> new History(List.of(second)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("history: epochs must count 1, 2, 3, …\n  given  2 in place 1");
  }

  @Test
  void patienceCountsTheEpochsSinceTheBest() {
    EarlyStopping stopping = new EarlyStopping(2);
    assertThat(stopping.afterEpoch(of(3))).isFalse();
    assertThat(stopping.afterEpoch(of(3, 3))).isFalse();
    assertThat(stopping.afterEpoch(of(3, 3, 3))).isTrue();
    assertThat(stopping.afterEpoch(of(3, 4, 2, 5))).isFalse();
    assertThat(stopping.afterEpoch(of(3, 4, 2, 5, Double.NaN))).isTrue();
    assertThatThrownBy(() -> new EarlyStopping(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("early stopping: the patience must be at least one epoch\n  given  0");
  }
}

package org.gradus.check.jqwik.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Examples of runs under one seed. */
// [proof->check~fixed-seed~1]
class FixedSeedTest {
  private static final String SEED = "gradus.jqwik.seed";
  private static final String TRIES = "gradus.jqwik.tries";

  private final String seedOfThisRun = System.getProperty(SEED, "");
  private final String triesOfThisRun = System.getProperty(TRIES, "");

  /** Properties that keep what they draw. */
  static class Drawn {
    static final List<Long> MANY = new ArrayList<>();
    static final List<Long> SEEDED = new ArrayList<>();

    @Property(tries = 60)
    void many(@ForAll long number) {
      MANY.add(number);
    }

    @Property(tries = 5, seed = "3")
    void seeded(@ForAll long number) {
      SEEDED.add(number);
    }
  }

  @BeforeEach
  void setNothing() {
    System.clearProperty(SEED);
    System.clearProperty(TRIES);
  }

  @AfterEach
  void setBack() {
    set(SEED, seedOfThisRun);
    set(TRIES, triesOfThisRun);
  }

  private static void set(String name, String value) {
    if (value.isEmpty()) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }

  @Test
  void theSameSeedDrawsTheSame() {
    System.setProperty(SEED, "20");
    List<Long> first = many();
    assertThat(first).hasSize(60).isEqualTo(many());
    System.setProperty(SEED, "21");
    assertThat(many()).isNotEqualTo(first);
  }

  @Test
  void triesAreFewerAndNeverMore() {
    System.setProperty(TRIES, "7");
    assertThat(many()).hasSize(7);
    assertThat(Drawn.SEEDED).hasSize(5);
  }

  @Test
  void aSeedThatIsNamedStays() {
    many();
    List<Long> seeded = List.copyOf(Drawn.SEEDED);
    System.setProperty(SEED, "20");
    many();
    assertThat(Drawn.SEEDED).isEqualTo(seeded);
  }

  @Test
  void withoutThemEachRunDrawsAnew() {
    assertThat(many()).hasSize(60).isNotEqualTo(many());
  }

  private static List<Long> many() {
    Drawn.MANY.clear();
    Drawn.SEEDED.clear();
    Contracts.run(Drawn.class);
    return List.copyOf(Drawn.MANY);
  }
}

package org.gradus.cli.conform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.gradus.cli.conform.Finding.Side;
import org.gradus.cli.conform.Finding.Verdict;

/** What the cases of some files have shown, by operation. */
public final class ConformanceReport {

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final List<Located> failures = new ArrayList<>();
  private final List<Malformed> malformed = new ArrayList<>();
  private long numbers;

  /**
   * A case that failed.
   *
   * @param file where it stands
   * @param line number of the line, from 1
   */
  public record Located(String file, int line, Finding finding) {}

  /**
   * Something in a file that is no case.
   *
   * @param file which
   * @param line number of the line, from 1; 0 where it is the file itself
   * @param message what is wrong with it
   */
  public record Malformed(String file, int line, String message) {}

  /** What the cases of one operation have shown. */
  public static final class Operation {

    private final String name;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final Map<Side, Double> errors = new EnumMap<>(Side.class);
    private final Set<String> reasons = new LinkedHashSet<>();
    private int differing;

    private Operation(String name) {
      this.name = name;
    }

    private void add(Finding finding) {
      counts.merge(finding.verdict(), 1, Integer::sum);
      finding.reason().ifPresent(reasons::add);
      if (finding.verdict() == Verdict.DEPENDENT) {
        differing += finding.differences().isEmpty() ? 0 : 1;
      } else {
        finding.errors().forEach((side, error) -> errors.merge(side, error, Math::max));
      }
    }

    /** PyTorch's name of the operation. */
    public String name() {
      return name;
    }

    /** Cases of a verdict, a count. */
    public int count(Verdict verdict) {
      return counts.getOrDefault(verdict, 0);
    }

    /** Cases that depend on the implementation and differ, a count. */
    public int differing() {
      return differing;
    }

    /** The largest error of a side, cases that depend on the implementation left out. */
    public OptionalDouble worst(Side side) {
      Double error = errors.get(side);
      return error == null ? OptionalDouble.empty() : OptionalDouble.of(error);
    }

    /** Why cases could not be run. */
    public Collection<String> reasons() {
      return List.copyOf(reasons);
    }
  }

  /**
   * Adds what a case has shown.
   *
   * @param file where it stands
   * @param line number of the line, from 1
   */
  public void add(String file, int line, Finding finding) {
    operations.computeIfAbsent(finding.op(), Operation::new).add(finding);
    numbers += finding.numbers();
    if (finding.verdict() == Verdict.FAILED) {
      failures.add(new Located(file, line, finding));
    }
  }

  /** Adds something that is no case. */
  public void add(Malformed one) {
    malformed.add(one);
  }

  /** The operations, in the order of their first cases. */
  public List<Operation> operations() {
    return List.copyOf(operations.values());
  }

  /** The cases that failed, in order. */
  public List<Located> failures() {
    return List.copyOf(failures);
  }

  /** What was no case, in order. */
  public List<Malformed> malformed() {
    return List.copyOf(malformed);
  }

  /** Whether no case failed, and every line was one. */
  public boolean isPassed() {
    return failures.isEmpty() && malformed.isEmpty();
  }

  /** Cases of a verdict, a count. */
  public int count(Verdict verdict) {
    return operations.values().stream().mapToInt(operation -> operation.count(verdict)).sum();
  }

  /** Cases that depend on the implementation and differ, a count. */
  public int differing() {
    return operations.values().stream().mapToInt(Operation::differing).sum();
  }

  /** All cases, a count. */
  public int cases() {
    return List.of(Verdict.values()).stream().mapToInt(this::count).sum();
  }

  /** Numbers compared, a count. */
  public long numbers() {
    return numbers;
  }
}

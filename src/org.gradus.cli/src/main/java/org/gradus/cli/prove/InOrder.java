package org.gradus.cli.prove;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on several threads whose results come in the order of the work. */
public final class InOrder {
  private final int threads;

  private InOrder(int threads) {
    this.threads = threads;
  }

  /**
   * Work on a number of threads.
   *
   * @param threads a count, at least 1
   */
  public static InOrder on(int threads) {
    return new InOrder(threads);
  }

  /** Work on as many threads as there are processors. */
  public static InOrder onAllProcessors() {
    return on(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Do a piece of work for each item, and take each result where its turn has come; no result
   * depends on the number of threads unless the work does.
   *
   * @throws RuntimeException what a piece of work has thrown; the others are given up
   */
  <A, B> void each(List<A> items, Function<A, B> work, Consumer<B> then) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, InOrder::daemon);
    try {
      List<Future<B>> results =
          items.stream().map(item -> pool.submit(() -> work.apply(item))).toList();
      for (Future<B> result : results) {
        then.accept(result.get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the work was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** A thread that does not keep the program alive. */
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "prove");
    thread.setDaemon(true);
    return thread;
  }
}

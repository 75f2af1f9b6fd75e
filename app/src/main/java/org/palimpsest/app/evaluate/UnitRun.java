package org.palimpsest.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Progress;

/** Computes units on a few threads, or takes them from the work folder. */
final class UnitRun {
  private final InferenceEngine engine;
  private final DataFolder data;
  private final WorkFolder kept;
  private final String program;

  /**
   * @param program what it runs on: results of another program, engine or processor are not taken
   *     over
   */
  UnitRun(InferenceEngine engine, DataFolder data, WorkFolder kept, String program) {
    this.engine = engine;
    this.data = data;
    this.kept = kept;
    this.program = program;
  }

  /** One result for each unit, in their order, whatever the number of threads. */
  List<SortedMap<String, Treated>> run(
      List<Unit> units, int threads, Progress progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    AtomicReferenceArray<SortedMap<String, Treated>> results =
        new AtomicReferenceArray<>(units.size());
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    AtomicBoolean stopped = new AtomicBoolean();
    Cancellation either = () -> stopped.get() || cancellation.requested();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            pool.submit(
                () -> {
                  try (UnitWork work = new UnitWork(engine, data)) {
                    for (int u = next.getAndIncrement();
                        u < units.size();
                        u = next.getAndIncrement()) {
                      either.check();
                      results.set(u, result(units.get(u), work, either));
                      tell(progress, done, units.size());
                    }
                    return null;
                  } finally {
                    stopped.compareAndSet(false, next.get() < units.size());
                  }
                }));
      }
      await(workers);
    } finally {
      pool.shutdownNow();
    }
    List<SortedMap<String, Treated>> list = new ArrayList<>();
    for (int u = 0; u < units.size(); u++) {
      list.add(results.get(u));
    }
    return list;
  }

  private SortedMap<String, Treated> result(Unit unit, UnitWork work, Cancellation cancellation)
      throws RefusedException, CancelledException {
    String key = unit.key(program);
    Optional<SortedMap<String, Treated>> before = kept.find(key);
    if (before.isPresent()) {
      return before.get();
    }
    SortedMap<String, Treated> treated = work.compute(unit, cancellation);
    kept.keep(key, treated);
    // as it will be found next time, to the last bit: an embedding is scaled when it is read
    return TreatedJson.read(TreatedJson.write(treated));
  }

  private static void tell(Progress progress, AtomicInteger done, int all) {
    synchronized (done) {
      progress.at("evaluate", (double) done.incrementAndGet() / all);
    }
  }

  /** What went wrong first goes before the cancellation that it caused. */
  private static void await(List<Future<Void>> workers)
      throws RefusedException, CancelledException {
    Optional<CancelledException> cancelled = Optional.empty();
    for (Future<Void> worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof CancelledException c) {
          cancelled = Optional.of(c);
        } else if (e.getCause() instanceof RefusedException refused) {
          throw refused;
        } else {
          throw new IllegalStateException(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
    }
    if (cancelled.isPresent()) {
      throw cancelled.get();
    }
  }
}

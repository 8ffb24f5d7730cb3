package org.foyal.things.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.foyal.things.intake.GroupCommit.Outcome;
import org.foyal.things.ledger.Asked;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// The façade of the intake: takes observations in, whatever their door.
///
/// Whoever writes meanwhile shares one commit: while the disk acknowledges one, the next fills.
/// What `take` answers completes after the commit, never before. What waits is bounded: beyond,
/// senders are told so at once and nothing of theirs is kept. Whoever holds a datastream in a slow
/// transaction makes its observations wait and no others: the commit leaves them out ([Aside]).
@Service("thingsIntake")
public class Intake implements SmartLifecycle {
  /// How often it is tried again where somebody else holds a datastream.
  private static final int AGAIN_ms = 50;

  private final BlockingQueue<Part> queue = new LinkedBlockingQueue<>();
  private final Semaphore room;
  private final int most;
  private final int mostWaiting;
  private final GroupCommit commits;

  /// What goes into the next commits before anything of the queue, and what is not to be written
  /// now; of the writing thread alone.
  private final ArrayDeque<Part> ready = new ArrayDeque<>();

  private final Aside aside;
  private long tried_ns = System.nanoTime();
  private volatile boolean running;
  private volatile Thread writer = Thread.ofVirtual().unstarted(() -> {});

  Intake(IntakeSettings settings, GroupCommit commits) {
    this.most = settings.mostACommit();
    this.mostWaiting = settings.mostWaiting();
    this.room = new Semaphore(mostWaiting);
    this.commits = commits;
    this.aside = new Aside(settings);
  }

  /// Takes one observation in.
  public CompletableFuture<Taken> take(Incoming observation, Writer writer) {
    return take(List.of(observation), writer).thenApply(List::getFirst);
  }

  /// Takes observations in, all in one commit; what can't be stored keeps none of the others out.
  ///
  /// @return what became of each, in their order
  public CompletableFuture<List<Taken>> take(List<Incoming> observations, Writer writer) {
    if (observations.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    var asked =
        observations.stream()
            .map(what -> new Asked(what, writer.rights(), writer.example()))
            .toList();
    if (asked.size() > mostWaiting) {
      return CompletableFuture.completedFuture(
          Waiting.all(
              asked.size(),
              new Taken.Refused(
                  "At most %,d observations are taken at once.".formatted(mostWaiting))));
    }
    if (!room.tryAcquire(asked.size())) {
      return CompletableFuture.completedFuture(Waiting.all(asked.size(), new Taken.Full()));
    }
    var waiting = new Waiting(asked);
    var whole = Part.of(waiting);
    queue.add(whole);
    if (!running && queue.remove(whole)) {
      tell(whole, new Taken.Unavailable());
    }
    return waiting.answer();
  }

  /// Observations that wait for their commit.
  public int waiting() {
    return mostWaiting - room.availablePermits();
  }

  @Override
  public void start() {
    running = true;
    begin();
  }

  private void begin() {
    writer = Thread.ofPlatform().name("things-intake").daemon(true).start(this::write);
  }

  private void write() {
    boolean told = false;
    try {
      while (running || !queue.isEmpty() || !ready.isEmpty() || !aside.isEmpty()) {
        if (ready.isEmpty()) {
          var next = aside.isEmpty() ? queue.take() : queue.poll(AGAIN_ms, TimeUnit.MILLISECONDS);
          if (next != null) {
            ready.add(next);
          }
        }
        new Load().commit();
      }
      told = true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      told = true;
    } finally {
      if (!told && running) {
        begin(); // a fault of ours in one commit must not stop all that follow
      }
    }
  }

  /// What one commit holds: who tries for a datastream that somebody held, then whoever came first.
  private final class Load {
    private final ArrayDeque<Part> those = new ArrayDeque<>();
    private final long now_ns = System.nanoTime();
    private int rows;

    void commit() {
      aside.dismiss(now_ns, part -> tell(part, new Taken.Unavailable()));
      if (!aside.isEmpty() && now_ns - tried_ns >= AGAIN_ms * 1_000_000L) {
        tried_ns = now_ns;
        aside.scouts(most).forEach(this::add);
      }
      for (var next = peek(); next != null && mayAdd(next); next = peek()) {
        addFree(ready.isEmpty() ? queue.remove() : ready.remove());
      }
      if (those.isEmpty()) {
        return;
      }
      try {
        commits.commit(List.copyOf(those), this::settle);
      } finally {
        List.copyOf(those)
            .forEach(one -> settle(one, Outcome.all(one.size(), new Taken.Unavailable())));
      }
    }

    private @Nullable Part peek() {
      return ready.isEmpty() ? queue.peek() : ready.peek();
    }

    private boolean mayAdd(Part next) {
      return those.isEmpty() || rows + next.size() <= most;
    }

    private void add(Part part) {
      if (part.size() > 0) { // else the word to look up
        those.add(part);
        rows += part.size();
      }
    }

    /// Who writes to a datastream that others wait for stands behind them.
    private void addFree(Part part) {
      var behind = aside.isEmpty() ? List.<Integer>of() : part.where(aside::holds);
      if (behind.isEmpty()) {
        add(part);
        return;
      }
      add(part.of(part.where(datastream -> !aside.holds(datastream))));
      putAside(part, behind);
    }

    private void putAside(Part part, List<Integer> which) {
      part.byDatastream(which)
          .forEach((datastream, some) -> {
            if (!aside.add(datastream, some, now_ns)) {
              tell(some, new Taken.Full());
            }
          });
    }

    /// Called for each part in their order.
    private void settle(Part part, List<Outcome> outcomes) {
      those.remove();
      var held = new ArrayList<Integer>();
      for (int nth = 0; nth < part.size(); nth++) {
        switch (outcomes.get(nth)) {
          case Outcome.Told(var taken) -> part.tell(nth, taken);
          case Outcome.Held _ -> held.add(nth);
        }
      }
      room.release(part.size() - held.size());
      if (part.scout() && held.isEmpty()) {
        ready.addAll(aside.free(part.datastream(0)));
      } else if (part.scout()) {
        aside.back(part.datastream(0), part.of(held));
      } else if (!held.isEmpty()) {
        putAside(part, held);
      }
    }
  }

  private void tell(Part part, Taken taken) {
    for (int nth = 0; nth < part.size(); nth++) {
      part.tell(nth, taken);
    }
    room.release(part.size());
  }

  /// Stores what waits, then lets nothing in.
  @Override
  public void stop() {
    running = false;
    queue.add(Part.nothing());
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (var late = queue.poll(); late != null; late = queue.poll()) {
      tell(late, new Taken.Unavailable());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

package org.foyal.things.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.foyal.things.ledger.Asked;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.model.Writer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// The façade of the intake: takes observations in, whatever their door.
///
/// Whoever writes meanwhile shares one commit: while the disk acknowledges one, the next fills.
/// What `take` answers completes after the commit, never before. What waits is bounded: beyond,
/// senders are told so at once and nothing of theirs is kept.
@Service("thingsIntake")
public class Intake implements SmartLifecycle {
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Semaphore room;
  private final int most;
  private final int mostWaiting;
  private final GroupCommit commits;
  private volatile boolean running;
  private volatile Thread writer = Thread.ofVirtual().unstarted(() -> {});

  Intake(IntakeSettings settings, GroupCommit commits) {
    this.most = settings.mostACommit();
    this.mostWaiting = settings.mostWaiting();
    this.room = new Semaphore(mostWaiting);
    this.commits = commits;
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
    var waiting = new Waiting(asked, new CompletableFuture<>());
    queue.add(waiting);
    if (!running && queue.remove(waiting)) {
      finish(waiting, Waiting.all(asked.size(), new Taken.Unavailable()));
    }
    return waiting.answer();
  }

  /// Observations that wait for their commit.
  public int waiting() {
    return queue.stream().mapToInt(one -> one.asked().size()).sum();
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
      while (running || !queue.isEmpty()) {
        var first = queue.take();
        if (first.asked().isEmpty()) {
          continue; // the word to look up
        }
        new Load(first).fill();
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

  /// What one commit holds.
  private final class Load {
    private final List<Waiting> those = new ArrayList<>();
    private int rows;

    Load(Waiting first) {
      add(first);
    }

    private void add(Waiting one) {
      those.add(one);
      rows += one.asked().size();
    }

    void fill() {
      for (var next = queue.peek();
          next != null && rows + next.asked().size() <= most;
          next = queue.peek()) {
        add(queue.remove());
      }
      try {
        commits.commit(those, Intake.this::finish);
      } finally {
        those.forEach(one -> finish(one, Waiting.all(one.asked().size(), new Taken.Unavailable())));
      }
    }
  }

  private void finish(Waiting waiting, List<Taken> answers) {
    if (waiting.answer().complete(answers)) {
      room.release(waiting.asked().size());
    }
  }

  /// Stores what waits, then lets nothing in.
  @Override
  public void stop() {
    running = false;
    queue.add(new Waiting(List.of(), new CompletableFuture<>()));
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (var late = queue.poll(); late != null; late = queue.poll()) {
      finish(late, Waiting.all(late.asked().size(), new Taken.Unavailable()));
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

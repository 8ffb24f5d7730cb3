package org.foyal.things.ledger;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells those who listen what was stored, on a thread of its own: whoever writes never waits for
/// whoever reads. What does not fit is counted, and told as missed.
@Component("thingsTelling")
class Telling implements SmartLifecycle {
  private static final int MOST = 200_000;

  private final BlockingQueue<List<Stored>> queue = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MOST);
  private final AtomicLong missed = new AtomicLong();
  private final ObjectProvider<AfterStoring> listeners;
  private volatile boolean running;
  private volatile Thread teller = Thread.ofVirtual().unstarted(() -> {});

  Telling(ObjectProvider<AfterStoring> listeners) {
    this.listeners = listeners;
  }

  void tell(List<Stored> those) {
    if (those.isEmpty()) {
      return;
    }
    if (room.tryAcquire(those.size())) {
      queue.add(List.copyOf(those));
    } else {
      missed.addAndGet(those.size());
    }
  }

  @Override
  public void start() {
    running = true;
    begin();
  }

  private void begin() {
    teller = Thread.ofPlatform().name("things-telling").daemon(true).start(this::run);
  }

  private void run() {
    boolean ended = false;
    try {
      var all = listeners.orderedStream().toList();
      while (running || !queue.isEmpty()) {
        var those = queue.take();
        room.release(those.size());
        if (!those.isEmpty()) { // empty: the word to look up and stop
          all.forEach(one -> one.stored(those));
        }
        long lost = missed.getAndSet(0);
        if (lost > 0) {
          all.forEach(one -> one.missed(lost));
        }
      }
      ended = true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      ended = true;
    } finally {
      if (!ended && running) {
        begin(); // a fault of one listener must not silence the others for good
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    queue.add(List.of());
    try {
      teller.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Stopped after whoever writes.
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }
}

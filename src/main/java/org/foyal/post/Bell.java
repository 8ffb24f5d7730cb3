package org.foyal.post;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.foyal.shell.database.AfterCommit;
import org.springframework.stereotype.Component;

/// Wakes the carrier of this process right after the commit that gave it something to carry; the
/// carriers of other processes find it when they look by themselves.
@Component
class Bell {
  private final Semaphore rung = new Semaphore(0);

  /// Rings once the transaction at hand is committed; a rolled back one rings nothing.
  void ringAfterCommit() {
    AfterCommit.run(this::ring);
  }

  void ring() {
    rung.release();
  }

  /// Waits for the bell, at most so long.
  void await(Duration patience) throws InterruptedException {
    if (rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      rung.drainPermits();
    }
  }
}

package org.foyal.shell.uploads;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where hostile files are taken apart: one or two threads for the whole house, so that a crowd of
/// files can't eat its memory, and whatever a decoder throws, overflow of memory or stack included,
/// ends there as a refusal.
final class Workbench implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);
  private static final int WAITING = 32;
  private static final long ROOM_FOR_TWO_bytes = 400_000_000;

  private final ThreadPoolExecutor hands;
  private final Duration patience;

  Workbench(Duration patience) {
    this.patience = patience;
    int hands = Runtime.getRuntime().maxMemory() > ROOM_FOR_TWO_bytes ? 2 : 1;
    this.hands =
        new ThreadPoolExecutor(
            hands,
            hands,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("uploads-", 1).factory());
    this.hands.allowCoreThreadTimeOut(true);
  }

  /// What comes of the work. A file that takes longer than the patience is let go.
  Taken work(Callable<Taken> work) {
    java.util.concurrent.Future<Taken> coming;
    try {
      coming = hands.submit(work);
    } catch (RejectedExecutionException crowd) {
      return new Taken.Refused(Taken.Reason.BUSY);
    }
    try {
      return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      return new Taken.Refused(reason(failed.getCause()));
    } catch (TimeoutException endless) {
      coming.cancel(true);
      return new Taken.Refused(Taken.Reason.BUSY);
    } catch (InterruptedException stop) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return new Taken.Refused(Taken.Reason.BUSY);
    }
  }

  private static Taken.Reason reason(@org.jspecify.annotations.Nullable Throwable cause) {
    return switch (cause) {
      case Unfit unfit -> unfit.reason();
      case Sketch.TooManyPixels _ -> Taken.Reason.TOO_MANY_PIXELS;
      case OutOfMemoryError _ -> {
        LOG.warn("A file that was sent needs more memory than there is; it was refused");
        yield Taken.Reason.BUSY;
      }
      case null, default -> {
        LOG.info("A file that was sent can't be read: {}", String.valueOf(cause));
        yield Taken.Reason.DAMAGED;
      }
    };
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }
}

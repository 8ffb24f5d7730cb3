package org.foyal.things.mqtt;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what happens elsewhere, within a limit.
final class Awaited {
  private static final int TRIES = 1_000;

  private Awaited() {}

  static void until(BooleanSupplier so) throws InterruptedException {
    for (int i = 0; i < TRIES && !so.getAsBoolean(); i++) {
      Thread.sleep(Duration.ofMillis(10));
    }
    if (!so.getAsBoolean()) {
      throw new AssertionError("it did not come about");
    }
  }
}

package org.foyal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.foyal.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;

/// Jobs that come round by time run beside each other.
@HouseTest
class RoundsTest {
  @Autowired TaskScheduler rounds;

  @Test
  void aJobThatTakesLongKeepsNoOtherWaiting() throws InterruptedException {
    var done = new CountDownLatch(1);
    var ran = new CountDownLatch(1);
    var slow = rounds.scheduleWithFixedDelay(() -> await(done), Duration.ofHours(1));
    var quick = rounds.scheduleWithFixedDelay(ran::countDown, Duration.ofHours(1));
    try {
      assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      done.countDown();
      slow.cancel(false);
      quick.cancel(false);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

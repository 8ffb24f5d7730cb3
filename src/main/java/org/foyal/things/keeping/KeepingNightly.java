package org.foyal.things.keeping;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// At the start, before any door opens, makes the tables of this month and the next two. Every
/// minute, works out the hours and days that were touched; every hour, makes the tables of months
/// ahead and detaches those that the policy keeps no longer.
@Component
class KeepingNightly implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(KeepingNightly.class);
  private static final Duration RUN = Duration.ofSeconds(20);

  private final Rollups rollups;
  private final Months months;
  private final Clock clock;
  private volatile boolean started;

  KeepingNightly(Rollups rollups, Months months, Clock clock) {
    this.rollups = rollups;
    this.months = months;
    this.clock = clock;
  }

  @Override
  public void start() {
    each("months ahead", () -> months.missingAhead().forEach(this::make));
    started = true;
  }

  @Override
  public void stop() {
    started = false;
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  /// Before the intake, MQTT and the web server.
  @Override
  public int getPhase() {
    return 0;
  }

  private void make(YearMonth month) {
    each(
        "month " + month,
        () -> {
          if (months.make(month)) {
            LOG.info("Things: observations of {} have a table of their own", month);
          }
        });
  }

  /// Tests put the first minute off: they let time pass themselves.
  @Scheduled(fixedDelay = 60_000, initialDelayString = "${things.first-minute:PT1M}")
  void rollUp() {
    var until = clock.instant().plus(RUN);
    each(
        "roll-ups",
        () -> {
          boolean more = true;
          while (more && clock.instant().isBefore(until)) {
            more = rollups.work();
          }
        });
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelayString = "${things.first-hour:PT5S}")
  void months() {
    each("months ahead", () -> months.missing().forEach(this::make));
    each(
        "months to detach",
        () ->
            months
                .outdated()
                .forEach(month ->
                    each(
                        "month " + month,
                        () ->
                            months
                                .detach(month)
                                .ifPresent(table ->
                                    LOG.info(
                                        "Things: single observations of {} are out of reach now, in the table"
                                            + " things.{}",
                                        month,
                                        table)))));
  }

  /// One that fails holds up none of the others; the next time tries it again.
  private static void each(String what, Runnable act) {
    try {
      act.run();
    } catch (DataAccessException | TransactionException failed) {
      LOG.warn("Things: this waits for the next time: {}", what, failed);
    }
  }
}

package org.foyal.things.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.things.alerts.RuleWatchStore.Watching;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets one rule see what came in, in one transaction: of two processes one waits for the other and
/// finds nothing new. What it sees is what is stored, so that nothing is lost where nobody told.
///
/// What came in since it looked last is judged as a whole, as if a pause lasted until the last of
/// it: of thousands of readings that come late at once, what is true after the last opens or closes
/// an alert, once. While a device still brings what it kept for hours, its end is waited for.
@Service
class Watcher {
  private static final int AT_ONCE = 5_000;

  /// A clock of a device may be so much ahead of ours.
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /// A reading of so long ago is late.
  private static final Duration LATE = Duration.ofHours(1);

  /// Whoever brings late readings so much faster than they were made is still bringing them.
  private static final int FASTER = 4;

  private final RuleWatchStore watches;
  private final OpenAlertStore alerts;
  private final PauseStore pauses;
  private final AlertLetters letters;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Watcher(
      RuleWatchStore watches,
      OpenAlertStore alerts,
      PauseStore pauses,
      AlertLetters letters,
      ApplicationEventPublisher events,
      Clock clock) {
    this.watches = watches;
    this.alerts = alerts;
    this.pauses = pauses;
    this.letters = letters;
    this.events = events;
    this.clock = clock;
  }

  /// Sees what is new; whether there may be more.
  @Transactional
  public boolean look(UUID rule) {
    var found = watches.take(rule);
    if (found.isEmpty()) {
      return false;
    }
    var one = found.get();
    var condition = one.rule().condition();
    var now = clock.instant();
    boolean paused = pauses.isPaused(rule, one.source().thing(), now);
    var readings =
        watches.readings(one.source().datastream(), one.watch().newest(), now.plus(AHEAD), AT_ONCE);
    var watch = one.watch();
    for (var reading : readings) {
      watch = watch.see(condition, reading, true).now();
    }
    boolean all = readings.size() < AT_ONCE;
    if (all) {
      var heard =
          new Watch.Heard(one.heardAt().orElse(one.madeAt()), watches.listeningSince().orElse(now));
      boolean waits = paused || isCatchingUp(one, watch, now);
      watch = happen(one, watch.pass(condition, heard, now, waits), now);
    }
    watches.save(rule, watch, one.heardAt());
    return !all;
  }

  /// Whether a device that was out of reach brings what it kept: what it brings is late, and of a
  /// longer time than passed since it was heard before. The next minute finds what was waited for.
  private static boolean isCatchingUp(Watching one, Watch watch, Instant now) {
    if (one.rule().condition() instanceof Condition.Absence
        || !watch.newest().plus(LATE).isBefore(now)) {
      return false;
    }
    var heard = one.heardAt().orElse(now);
    var took = Duration.between(one.heardBefore().orElse(heard), heard);
    var gained = Duration.between(one.watch().newest(), watch.newest());
    return gained.isPositive() && gained.compareTo(took.multipliedBy(FASTER)) > 0;
  }

  private Watch happen(Watching one, Watch.Step step, Instant now) {
    switch (step.happening()) {
      case NOTHING -> {}
      case OPENS -> open(one, step.now(), now);
      case CLOSES -> close(one, null, now);
    }
    return step.now();
  }

  private void open(Watching one, Watch watch, Instant now) {
    var value =
        one.rule().condition() instanceof Condition.Absence
            ? Optional.<Double>empty()
            : Optional.of(watch.value());
    alerts
        .open(one.rule().id(), watch.since(), value, now)
        .flatMap(alerts::find)
        .ifPresent(alert -> {
          letters.opened(one.rule().addressees(), alert);
          events.publishEvent(
              new AlertOpened(alert.id(), one.source().thing(), one.source().datastream()));
        });
  }

  private void close(Watching one, @Nullable UUID by, Instant now) {
    alerts
        .close(one.rule().id(), by, now)
        .flatMap(alerts::find)
        .ifPresent(alert -> {
          letters.closed(one.rule().addressees(), alert);
          events.publishEvent(
              new AlertClosed(alert.id(), one.source().thing(), one.source().datastream()));
        });
  }

  /// Closes the alert of a rule by hand; what is wrong still opens none before all was right.
  @Transactional
  public boolean dismiss(UUID rule, @Nullable UUID by) {
    var found = watches.take(rule);
    if (found.isEmpty()) {
      return false;
    }
    var one = found.get();
    close(one, by, clock.instant());
    watches.save(rule, one.watch().dismiss(), one.heardAt());
    return true;
  }
}

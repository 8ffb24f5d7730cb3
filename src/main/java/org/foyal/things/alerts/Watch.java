package org.foyal.things.alerts;

import java.time.Duration;
import java.time.Instant;

/// How far a rule has seen, and whether something is wrong: a state machine, pure. While a pause
/// lasts it goes on seeing, and nothing happens; what is true after it happens then.
///
/// @param newest the time of the newest reading that it has seen; earlier ones change nothing
/// @param run how many readings in a row speak for what the rule looks for
/// @param since when these began
/// @param value the last of them
record Watch(Phase phase, Instant newest, int run, Instant since, double value) {
  /// Whether something is wrong, and whether that is known outside.
  enum Phase {
    /// All is right.
    QUIET,
    /// Something is wrong, and a pause keeps an alert from opening.
    HELD,
    /// An alert is open.
    OPEN,
    /// All is right again, and a pause keeps the alert from closing.
    CLEARED,
    /// Somebody closed the alert by hand; it opens again once all was right in between.
    DISMISSED;

    boolean isWrong() {
      return this == HELD || this == OPEN || this == DISMISSED;
    }
  }

  /// What happens outside.
  enum Happening {
    NOTHING,
    OPENS,
    CLOSES
  }

  /// What comes of something: the next state, and what happens.
  record Step(Watch now, Happening happening) {}

  /// A number that a datastream reported.
  ///
  /// @param at what time it is of
  record Reading(Instant at, double value) {}

  /// One that has seen nothing after a moment.
  static Watch from(Instant newest) {
    return new Watch(Phase.QUIET, newest, 0, newest, 0);
  }

  /// Sees a reading.
  Step see(Condition condition, Reading reading, boolean paused) {
    if (!reading.at().isAfter(newest)) {
      return new Step(this, Happening.NOTHING);
    }
    return switch (condition) {
      case Condition.Threshold threshold -> threshold(threshold, reading, paused);
      case Condition.Constant constant -> constant(constant, reading, paused);
      case Condition.Absence _ ->
          new Watch(phase, reading.at(), 0, since, reading.value()).settle(phase.isWrong(), paused);
    };
  }

  private Step threshold(Condition.Threshold threshold, Reading reading, boolean paused) {
    boolean goesOn =
        phase.isWrong() ? !threshold.isLeft(reading.value()) : threshold.isReached(reading.value());
    var next = goesOn ? run(reading) : rest(reading, 0);
    boolean wrong =
        goesOn && (phase.isWrong() || next.lasts(threshold.readings(), threshold.lasting()));
    return next.settle(wrong, paused);
  }

  private Step constant(Condition.Constant constant, Reading reading, boolean paused) {
    boolean same = run > 0 && Double.compare(reading.value(), value) == 0;
    var next = same ? run(reading) : rest(reading, 1);
    boolean wrong =
        same && (phase.isWrong() || next.lasts(constant.readings(), constant.lasting()));
    return next.settle(wrong, paused);
  }

  private Watch run(Reading reading) {
    int longer = run == Integer.MAX_VALUE ? run : run + 1;
    return new Watch(phase, reading.at(), longer, run == 0 ? reading.at() : since, reading.value());
  }

  private Watch rest(Reading reading, int begun) {
    return new Watch(phase, reading.at(), begun, reading.at(), reading.value());
  }

  private boolean lasts(int readings, Duration lasting) {
    return run >= readings && Duration.between(since, newest).compareTo(lasting) >= 0;
  }

  /// When something was heard last.
  ///
  /// @param at by our clock
  /// @param listening since when somebody listens: silence counts from then on
  record Heard(Instant at, Instant listening) {
    private boolean isLongerAgoThan(Duration lasting, Instant now) {
      return Duration.between(at, now).compareTo(lasting) >= 0;
    }

    private boolean wasHeardOutFor(Duration lasting, Instant now) {
      return Duration.between(listening, now).compareTo(lasting) >= 0;
    }
  }

  /// Lets time pass: a pause may be over, and nothing may have been heard for too long. What is
  /// known to be silent stays so though nobody listened for a while.
  Step pass(Condition condition, Heard heard, Instant now, boolean paused) {
    return switch (condition) {
      case Condition.Threshold _, Condition.Constant _ -> settle(phase.isWrong(), paused);
      case Condition.Absence(var lasting) -> {
        boolean absent =
            heard.isLongerAgoThan(lasting, now)
                && (phase.isWrong() || heard.wasHeardOutFor(lasting, now));
        yield new Watch(phase, newest, run, absent ? heard.at() : since, value)
            .settle(absent, paused);
      }
    };
  }

  /// Notes that somebody closed the alert: what is wrong still, they know.
  Watch dismiss() {
    return with(phase.isWrong() ? Phase.DISMISSED : Phase.QUIET);
  }

  private Step settle(boolean wrong, boolean paused) {
    return switch (phase) {
      case QUIET, HELD ->
          !wrong
              ? step(Phase.QUIET, Happening.NOTHING)
              : paused ? step(Phase.HELD, Happening.NOTHING) : step(Phase.OPEN, Happening.OPENS);
      case OPEN, CLEARED ->
          wrong
              ? step(Phase.OPEN, Happening.NOTHING)
              : paused
                  ? step(Phase.CLEARED, Happening.NOTHING)
                  : step(Phase.QUIET, Happening.CLOSES);
      case DISMISSED -> step(wrong ? Phase.DISMISSED : Phase.QUIET, Happening.NOTHING);
    };
  }

  private Step step(Phase next, Happening happening) {
    return new Step(with(next), happening);
  }

  private Watch with(Phase next) {
    return new Watch(next, newest, run, since, value);
  }
}

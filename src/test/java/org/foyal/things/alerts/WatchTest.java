package org.foyal.things.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.foyal.things.alerts.Watch.Happening;
import org.foyal.things.alerts.Watch.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a rule sees, and what comes of it.
class WatchTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant PASSING = START.plus(Duration.ofDays(1));
  private static final Condition HIGH = new Condition.Threshold(true, 80, 5, 1, Duration.ZERO);

  private Watch watch = Watch.from(START);
  private int minute;
  private boolean paused;
  private Instant listening = START;

  private Happening see(Condition condition, double value) {
    return see(condition, value, ++minute);
  }

  private Happening see(Condition condition, double value, int atMinute) {
    var step =
        watch.see(
            condition, new Watch.Reading(START.plus(Duration.ofMinutes(atMinute)), value), paused);
    watch = step.now();
    return step.happening();
  }

  private Happening pass(Condition condition, int heardAgo_minutes) {
    var now = PASSING;
    var heard = new Watch.Heard(now.minus(Duration.ofMinutes(heardAgo_minutes)), listening);
    var step = watch.pass(condition, heard, now, paused);
    watch = step.now();
    return step.happening();
  }

  private List<Happening> seeAll(Condition condition, double... values) {
    var happened = new ArrayList<Happening>();
    for (double value : values) {
      happened.add(see(condition, value));
    }
    return happened;
  }

  @Test
  void itOpensAtTheBoundAndClosesOnlyBelowTheMargin() {
    assertThat(seeAll(HIGH, 79.9, 80, 76, 75, 74.9, 79, 80))
        .containsExactly(
            Happening.NOTHING,
            Happening.OPENS,
            Happening.NOTHING,
            Happening.NOTHING,
            Happening.CLOSES,
            Happening.NOTHING,
            Happening.OPENS);
  }

  @Test
  void tooLowIsTheOtherWayRound() {
    var low = new Condition.Threshold(false, 10, 2, 1, Duration.ZERO);
    assertThat(seeAll(low, 11, 10, 12, 12.1))
        .containsExactly(Happening.NOTHING, Happening.OPENS, Happening.NOTHING, Happening.CLOSES);
  }

  @Test
  void itWaitsForSoManyReadingsInARow() {
    var thrice = new Condition.Threshold(true, 80, 0, 3, Duration.ZERO);
    assertThat(seeAll(thrice, 80, 81, 79, 80, 81, 82))
        .containsExactly(
            Happening.NOTHING,
            Happening.NOTHING,
            Happening.NOTHING,
            Happening.NOTHING,
            Happening.NOTHING,
            Happening.OPENS);
    assertThat(watch.since()).isEqualTo(START.plus(Duration.ofMinutes(4)));
  }

  @Test
  void itWaitsForSoManyMinutes() {
    var lasting = new Condition.Threshold(true, 80, 0, 1, Duration.ofMinutes(10));
    assertThat(see(lasting, 81, 1)).isEqualTo(Happening.NOTHING);
    assertThat(see(lasting, 81, 10)).isEqualTo(Happening.NOTHING);
    assertThat(see(lasting, 81, 11)).isEqualTo(Happening.OPENS);
  }

  @Test
  void whatComesLateChangesNothing() {
    see(HIGH, 81, 5);
    see(HIGH, 60, 6);
    var before = watch;
    assertThat(see(HIGH, 99, 4)).isEqualTo(Happening.NOTHING);
    assertThat(see(HIGH, 99, 6)).as("a second one of one time").isEqualTo(Happening.NOTHING);
    assertThat(watch).isEqualTo(before);
  }

  @Test
  void theSameNumberForLongOpensAndAnotherOneCloses() {
    var constant = new Condition.Constant(3, Duration.ofMinutes(2));
    assertThat(seeAll(constant, 0, 5, 5, 5, 5, 5.1))
        .containsExactly(
            Happening.NOTHING,
            Happening.NOTHING,
            Happening.NOTHING,
            Happening.OPENS,
            Happening.NOTHING,
            Happening.CLOSES);
  }

  @Test
  void theSameNumberForTooShortATimeDoesNotOpen() {
    var constant = new Condition.Constant(3, Duration.ofMinutes(30));
    assertThat(seeAll(constant, 5, 5, 5, 5)).containsOnly(Happening.NOTHING);
    assertThat(see(constant, 5, 31)).isEqualTo(Happening.OPENS);
  }

  @Test
  void silenceOpensByOurClockAndAnythingHeardCloses() {
    var absence = new Condition.Absence(Duration.ofMinutes(15));
    assertThat(pass(absence, 14)).isEqualTo(Happening.NOTHING);
    assertThat(pass(absence, 15)).isEqualTo(Happening.OPENS);
    assertThat(pass(absence, 16)).isEqualTo(Happening.NOTHING);
    assertThat(see(absence, 1)).as("time says it, not the reading").isEqualTo(Happening.NOTHING);
    assertThat(pass(absence, 0)).isEqualTo(Happening.CLOSES);
  }

  @Test
  void whileNobodyListenedNobodyWasSilent() {
    var absence = new Condition.Absence(Duration.ofMinutes(15));
    listening = PASSING.minus(Duration.ofMinutes(14));
    assertThat(pass(absence, 600)).isEqualTo(Happening.NOTHING);
    listening = PASSING.minus(Duration.ofMinutes(15));
    assertThat(pass(absence, 600)).isEqualTo(Happening.OPENS);
    listening = PASSING;
    assertThat(pass(absence, 600)).isEqualTo(Happening.NOTHING);
    assertThat(pass(absence, 0)).isEqualTo(Happening.CLOSES);
  }

  @Test
  void inAPauseNothingOpensAndWhatIsTrueAfterwardsOpensThen() {
    paused = true;
    assertThat(see(HIGH, 90)).isEqualTo(Happening.NOTHING);
    assertThat(watch.phase()).isEqualTo(Phase.HELD);
    assertThat(pass(HIGH, 0)).isEqualTo(Happening.NOTHING);
    paused = false;
    assertThat(pass(HIGH, 0)).isEqualTo(Happening.OPENS);
  }

  @Test
  void whatWasTrueInAPauseAloneIsNeverTold() {
    paused = true;
    assertThat(seeAll(HIGH, 90, 60)).containsOnly(Happening.NOTHING);
    paused = false;
    assertThat(pass(HIGH, 0)).isEqualTo(Happening.NOTHING);
    assertThat(watch.phase()).isEqualTo(Phase.QUIET);
  }

  @Test
  void inAPauseNothingClosesBeforeItsEnd() {
    see(HIGH, 90);
    paused = true;
    assertThat(see(HIGH, 60)).isEqualTo(Happening.NOTHING);
    assertThat(watch.phase()).isEqualTo(Phase.CLEARED);
    assertThat(see(HIGH, 90)).as("open all along").isEqualTo(Happening.NOTHING);
    assertThat(watch.phase()).isEqualTo(Phase.OPEN);
    see(HIGH, 60);
    paused = false;
    assertThat(pass(HIGH, 0)).isEqualTo(Happening.CLOSES);
  }

  @Test
  void whatWasClosedByHandOpensAgainOnceAllWasRight() {
    see(HIGH, 90);
    watch = watch.dismiss();
    assertThat(seeAll(HIGH, 91, 77, 92)).containsOnly(Happening.NOTHING);
    assertThat(seeAll(HIGH, 60, 90)).containsExactly(Happening.NOTHING, Happening.OPENS);
    see(HIGH, 60);
    assertThat(watch.dismiss().phase()).isEqualTo(Phase.QUIET);
  }

  /// Seeded: readings early and late, pauses, time, hands.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void itNeverOpensTwiceAndNeverFlapsWithinTheMargin(long seed) {
    var random = new Random(seed);
    var condition = anyCondition(random);
    boolean open = false;
    for (int act = 0; act < 3_000; act++) {
      int what = random.nextInt(12);
      if (what == 0) {
        paused = !paused;
      } else if (what == 1) {
        watch = watch.dismiss();
        open = false;
      } else if (what < 4) {
        open = follows(open, pass(condition, random.nextInt(30)));
      } else {
        double value = 30 + random.nextInt(40);
        int at = random.nextInt(4) == 0 ? random.nextInt(minute + 1) : ++minute;
        boolean held = watch.phase() == Phase.CLEARED; // the end of a pause closes it
        var happened = see(condition, value, at);
        assertThat(open && !held && isWithin(condition, value) && happened == Happening.CLOSES)
            .as("closed within the margin")
            .isFalse();
        open = follows(open, happened);
      }
      assertThat(open).isEqualTo(watch.phase() == Phase.OPEN || watch.phase() == Phase.CLEARED);
    }
  }

  private static Condition anyCondition(Random random) {
    var lasting = Duration.ofMinutes(random.nextInt(4));
    return switch (random.nextInt(4)) {
      case 0 -> new Condition.Constant(2 + random.nextInt(3), lasting);
      case 1 -> new Condition.Absence(lasting.plusMinutes(5));
      default ->
          new Condition.Threshold(
              random.nextBoolean(), 50, random.nextInt(20), 1 + random.nextInt(3), lasting);
    };
  }

  private static boolean isWithin(Condition condition, double value) {
    return condition instanceof Condition.Threshold one
        && !one.isReached(value)
        && !one.isLeft(value);
  }

  private boolean follows(boolean open, Happening happened) {
    assertThat(paused && happened != Happening.NOTHING).as("in a pause").isFalse();
    assertThat(open && happened == Happening.OPENS).as("open twice").isFalse();
    assertThat(!open && happened == Happening.CLOSES).as("closed twice").isFalse();
    return happened == Happening.OPENS || (open && happened != Happening.CLOSES);
  }

  @Test
  void whatIsNoConditionCanNotBeMade() {
    assertThatThrownBy(() -> new Condition.Threshold(true, Double.NaN, 0, 1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition.Threshold(true, 1, -1, 1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition.Absence(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition.Constant(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

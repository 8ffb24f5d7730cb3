package org.foyal.fibre.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.Cited;
import org.foyal.fibre.Dated;
import org.foyal.fibre.Held;
import org.foyal.fibre.coverage.Promised.Actual;
import org.foyal.fibre.coverage.Promised.State;
import org.foyal.fibre.rollout.Commitment;
import org.foyal.fibre.rollout.Commitment.Goal;
import org.foyal.fibre.rollout.Commitment.Measured;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.Test;

/// What is said of a promise beside what is counted.
class PromisedTest {
  private static final LocalDate SIGNED = LocalDate.of(2018, 7, 26);
  private static final LocalDate BEFORE = LocalDate.of(2020, 10, 8);
  private static final LocalDate AFTER = LocalDate.of(2023, 6, 1);

  private static Commitment promise(String due, String until, Optional<Measured> measured) {
    return new Commitment(
        new Held(
            "",
            SIGNED,
            until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
            Instant.EPOCH,
            Optional.empty(),
            false),
        "essai",
        "essai",
        Told.inFrench("Essai"),
        measured.map(one -> new Goal(one, new BigDecimal("90.00"))),
        due.isEmpty() ? Optional.empty() : Optional.of(Dated.read(due)),
        Optional.empty(),
        new Cited("Essai", Optional.empty(), Optional.empty()));
  }

  private static Commitment promise(String due, String until) {
    return promise(due, until, Optional.of(Measured.CONNECTABLE));
  }

  private static Actual count(LocalDate day, int connectable, int onDemand) {
    return new Actual(new Point(day, connectable, onDemand, 100), "Essai", Optional.empty());
  }

  private static State state(Commitment promise, LocalDate on, Actual... counts) {
    return Promised.of(promise, List.of(counts), on).state();
  }

  @Test
  void whatIsReachedByItsDayIsKeptAndAfterItKeptLate() {
    var promise = promise("2022-12-31", "");
    assertThat(state(promise, AFTER, count(BEFORE, 90, 0))).isEqualTo(State.KEPT);
    assertThat(state(promise, AFTER, count(AFTER, 95, 0))).isEqualTo(State.KEPT_LATE);
    assertThat(state(promise, BEFORE, count(AFTER, 95, 0))).isEqualTo(State.OPEN);
  }

  @Test
  void aDayThatPassedWithNoCountThatShowsItIsLateAndMissedOnceAnotherTookItsPlace() {
    assertThat(state(promise("2022-12-31", ""), AFTER, count(BEFORE, 58, 0))).isEqualTo(State.LATE);
    assertThat(state(promise("2022-12-31", ""), AFTER)).isEqualTo(State.LATE);
    assertThat(state(promise("2022-12-31", "2023-01-01"), AFTER, count(BEFORE, 58, 0)))
        .isEqualTo(State.MISSED);
    assertThat(state(promise("2022-12-31", "2024-01-01"), AFTER, count(BEFORE, 58, 0)))
        .isEqualTo(State.LATE);
    assertThat(state(promise("2022-12-31", "2021-01-01"), AFTER, count(BEFORE, 58, 0)))
        .isEqualTo(State.REPLANNED);
  }

  @Test
  void ofAYearItsLastDayCounts() {
    var promise = promise("2022", "");
    assertThat(state(promise, LocalDate.of(2022, 12, 31))).isEqualTo(State.OPEN);
    assertThat(state(promise, LocalDate.of(2023, 1, 1))).isEqualTo(State.LATE);
    assertThat(Promised.lastDay(Dated.read("2016-02"))).isEqualTo(LocalDate.of(2016, 2, 29));
  }

  @Test
  void withoutADayNothingIsLateAndWithoutAShareNothingIsKept() {
    assertThat(state(promise("", ""), AFTER, count(BEFORE, 58, 0))).isEqualTo(State.UNDATED);
    assertThat(state(promise("2022", "", Optional.empty()), AFTER, count(BEFORE, 100, 0)))
        .isEqualTo(State.PASSED);
  }

  @Test
  void whatIsOnDemandCountsWhereItWasPromisedSo() {
    var either = promise("2022-12-31", "", Optional.of(Measured.CONNECTABLE_OR_ON_DEMAND));
    assertThat(state(either, AFTER, count(BEFORE, 84, 6))).isEqualTo(State.KEPT);
    assertThat(state(promise("2022-12-31", ""), AFTER, count(BEFORE, 84, 6))).isEqualTo(State.LATE);
  }
}

package org.foyal.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyal.agreement.Commitment.Declared.ANNOUNCED;
import static org.foyal.agreement.Commitment.Declared.KEPT;
import static org.foyal.agreement.Commitment.Declared.MISSED;
import static org.foyal.agreement.Commitment.Declared.UNDER_WAY;

import java.time.LocalDate;
import java.util.Optional;
import org.foyal.agreement.Standing.State;
import org.junit.jupiter.api.Test;

/// Where a promise stands is a matter of its date, of what was said last, and of when.
class StandingTest {
  private static final LocalDate DUE = LocalDate.of(2018, 6, 30);
  private static final Optional<LocalDate> BY_JUNE = Optional.of(DUE);
  private static final Optional<LocalDate> NOT_KEPT = Optional.empty();

  @Test
  void promisedForJuneAndOpenedOnTheSecondOfJulyIsKeptTwoDaysLate() {
    var opened = LocalDate.of(2018, 7, 2);
    assertThat(Standing.of(KEPT, opened, Optional.of(opened), BY_JUNE, LocalDate.of(2026, 11, 25)))
        .isEqualTo(new Standing(State.KEPT_LATE, 2));
  }

  @Test
  void keptOnTheLastDayIsKeptInTime() {
    assertThat(Standing.of(KEPT, DUE, BY_JUNE, BY_JUNE, DUE.plusYears(8)))
        .isEqualTo(new Standing(State.KEPT, 0));
  }

  @Test
  void whatWasLastHeardBeforeItsDayIsNotKnownOnceTheDayHasPassed() {
    var heard = LocalDate.of(2018, 4, 9);
    assertThat(Standing.of(ANNOUNCED, heard, NOT_KEPT, BY_JUNE, DUE.plusDays(1)))
        .isEqualTo(new Standing(State.UNKNOWN, 1));
  }

  @Test
  void onItsVeryDayNothingIsLate() {
    assertThat(Standing.of(UNDER_WAY, DUE.minusDays(9), NOT_KEPT, BY_JUNE, DUE))
        .isEqualTo(new Standing(State.UNDER_WAY, 0));
  }

  @Test
  void stillUnderWayAfterItsDayIsUnderWayAndLate() {
    var late = Standing.of(UNDER_WAY, DUE.plusDays(5), NOT_KEPT, BY_JUNE, DUE.plusDays(40));
    assertThat(late).isEqualTo(new Standing(State.UNDER_WAY, 40));
    assertThat(late.late()).isTrue();
  }

  @Test
  void withoutADayNothingIsEverLate() {
    assertThat(Standing.of(ANNOUNCED, DUE, NOT_KEPT, Optional.empty(), DUE.plusYears(20)).late())
        .isFalse();
  }

  @Test
  void whatWasKeptLateOwesNothingAnyMore() {
    var opened = DUE.plusDays(2);
    assertThat(Standing.of(KEPT, opened, Optional.of(opened), BY_JUNE, DUE.plusYears(1)).late())
        .isFalse();
  }

  @Test
  void whatWasMissedSaysForHowLong() {
    assertThat(Standing.of(MISSED, DUE.plusDays(1), NOT_KEPT, BY_JUNE, DUE.plusDays(10)))
        .isEqualTo(new Standing(State.MISSED, 10));
  }
}

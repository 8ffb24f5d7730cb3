package org.foyal.fibre.premises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.foyal.fibre.rollout.Cabinet.Opening;
import org.foyal.fibre.rollout.CabinetState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// From which day one may order: the later of the building's cabling and the cabinet's opening.
class OrderingTest {
  private static final LocalDate CABLED = LocalDate.of(2026, 3, 1);
  private static final LocalDate OPENS = LocalDate.of(2026, 5, 15);

  private static Ordering of(
      BuildingState building,
      @Nullable CabinetState cabinet,
      @Nullable LocalDate cabled,
      @Nullable LocalDate opens) {
    return Ordering.of(
        building,
        Optional.ofNullable(cabinet),
        Optional.ofNullable(cabled),
        Optional.ofNullable(opens));
  }

  @Test
  void itIsTheLaterDayOnceBothAreDeployed() {
    assertThat(of(BuildingState.DEPLOYED, CabinetState.DEPLOYED, CABLED, OPENS))
        .isEqualTo(new Ordering.Since(OPENS));
    assertThat(of(BuildingState.DEPLOYED, CabinetState.DEPLOYED, OPENS, CABLED))
        .isEqualTo(new Ordering.Since(OPENS));
  }

  @Test
  void itIsAForecastWhileTheBuildingOrItsCabinetIsNot() {
    assertThat(of(BuildingState.UNDER_WAY, CabinetState.DEPLOYED, CABLED, OPENS))
        .isEqualTo(new Ordering.Expected(OPENS));
    assertThat(of(BuildingState.DEPLOYED, CabinetState.UNDER_WAY, CABLED, OPENS))
        .isEqualTo(new Ordering.Expected(OPENS));
    assertThat(of(BuildingState.DEPLOYED, null, CABLED, OPENS))
        .isEqualTo(new Ordering.Expected(OPENS));
  }

  @Test
  void oneForecastOfTwoOnlySaysNotBefore() {
    assertThat(of(BuildingState.UNDER_WAY, CabinetState.DEPLOYED, null, OPENS))
        .isEqualTo(new Ordering.NotBefore(OPENS));
    assertThat(of(BuildingState.UNDER_WAY, CabinetState.DEPLOYED, CABLED, null))
        .isEqualTo(new Ordering.NotBefore(CABLED));
  }

  @Test
  void whatIsDoneStaysDoneWithoutADayOrWithOne() {
    assertThat(of(BuildingState.DEPLOYED, CabinetState.DEPLOYED, null, null))
        .isEqualTo(new Ordering.Done());
    assertThat(of(BuildingState.DEPLOYED, CabinetState.DEPLOYED, CABLED, null))
        .isEqualTo(new Ordering.Since(CABLED));
  }

  @Test
  void withoutAnyDayNothingIsForetold() {
    assertThat(of(BuildingState.TARGETED, CabinetState.UNDER_WAY, null, null))
        .isEqualTo(new Ordering.Undated());
  }

  @Test
  void whatIsAbandonedNeverComes() {
    assertThat(of(BuildingState.ABANDONED, CabinetState.DEPLOYED, CABLED, OPENS))
        .isEqualTo(new Ordering.Never());
    assertThat(of(BuildingState.DEPLOYED, CabinetState.ABANDONED, CABLED, OPENS))
        .isEqualTo(new Ordering.Never());
  }

  private static Opening opening(@Nullable LocalDate available, @Nullable LocalDate inService) {
    return new Opening(
        Optional.empty(), Optional.ofNullable(available), Optional.ofNullable(inService));
  }

  @Test
  void residentsMayOrderThreeMonthsAfterOperatorsWhereNoDayIsSaid() {
    assertThat(opening(LocalDate.of(2026, 1, 31), null).ordersFrom())
        .contains(LocalDate.of(2026, 4, 30));
    assertThat(opening(LocalDate.of(2026, 1, 31), OPENS).ordersFrom()).contains(OPENS);
    assertThat(opening(null, null).ordersFrom()).isEmpty();
  }

  @Test
  void aGelOfLessThanThreeMonthsIsSeen() {
    assertThat(opening(LocalDate.of(2026, 2, 15), OPENS).tooShort()).isFalse();
    assertThat(opening(LocalDate.of(2026, 2, 16), OPENS).tooShort()).isTrue();
    assertThat(opening(null, OPENS).tooShort()).isFalse();
    assertThat(opening(CABLED, null).tooShort()).isFalse();
  }
}

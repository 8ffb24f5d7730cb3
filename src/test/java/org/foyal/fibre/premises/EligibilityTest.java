package org.foyal.fibre.premises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.foyal.fibre.premises.Eligibility.Eligible;
import org.foyal.fibre.premises.Eligibility.Frozen;
import org.foyal.fibre.premises.Eligibility.Network;
import org.foyal.fibre.premises.Eligibility.NotEligible;
import org.foyal.fibre.premises.Eligibility.Operators;
import org.foyal.fibre.premises.Eligibility.Why;
import org.foyal.fibre.rollout.CabinetState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The regulator's rule: who can connect a building today, branch by branch.
class EligibilityTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Operators HERE = new Operators(Set.of("EXMP"), Set.of());
  private static final Network OPEN =
      new Network(BuildingState.DEPLOYED, Optional.of(CabinetState.DEPLOYED), Optional.of(TODAY));

  private static Eligibility of(Network network, Operators operators) {
    return Eligibility.of("EXMP", network, operators, TODAY);
  }

  private static Network building(BuildingState state) {
    return new Network(state, OPEN.cabinet(), OPEN.opens());
  }

  private static Network opens(@Nullable LocalDate day) {
    return new Network(BuildingState.DEPLOYED, OPEN.cabinet(), Optional.ofNullable(day));
  }

  private static Network cabinet(@Nullable CabinetState state) {
    return new Network(BuildingState.DEPLOYED, Optional.ofNullable(state), OPEN.opens());
  }

  @Test
  void aDeployedBuildingBehindADeployedAndOpenCabinetIsEligible() {
    assertThat(of(OPEN, HERE)).isEqualTo(new Eligible(false));
  }

  @Test
  void soIsOneOnDemand() {
    assertThat(of(building(BuildingState.ON_DEMAND), HERE)).isEqualTo(new Eligible(true));
  }

  @ParameterizedTest
  @EnumSource(
      value = BuildingState.class,
      names = {"TARGETED", "SIGNED", "UNDER_WAY", "ON_DEMAND_UNDER_WAY"})
  void noOtherStateOfTheBuildingIs(BuildingState state) {
    assertThat(of(building(state), HERE)).isEqualTo(new NotEligible(Why.BUILDING));
  }

  @Test
  void theCabinetMustBeKnownAndDeployed() {
    assertThat(of(cabinet(null), HERE)).isEqualTo(new NotEligible(Why.NO_CABINET));
    assertThat(of(cabinet(CabinetState.UNDER_WAY), HERE)).isEqualTo(new NotEligible(Why.CABINET));
    assertThat(of(cabinet(CabinetState.PLANNED), HERE)).isEqualTo(new NotEligible(Why.CABINET));
  }

  @Test
  void whatIsAbandonedIsSaidToBe() {
    assertThat(of(building(BuildingState.ABANDONED), HERE))
        .isEqualTo(new NotEligible(Why.ABANDONED));
    assertThat(of(cabinet(CabinetState.ABANDONED), HERE)).isEqualTo(new NotEligible(Why.ABANDONED));
  }

  @Test
  void theThreeMonthsOfTheGelMustBeOverOrUntold() {
    assertThat(of(opens(TODAY.plusDays(1)), HERE)).isEqualTo(new Frozen(TODAY.plusDays(1), false));
    assertThat(of(opens(TODAY), HERE)).isEqualTo(new Eligible(false));
    assertThat(of(opens(null), HERE)).isEqualTo(new Eligible(false));
  }

  @Test
  void theOperatorMustBeAtTheCabinet() {
    assertThat(of(OPEN, new Operators(Set.of("OTHR"), Set.of())))
        .isEqualTo(new NotEligible(Why.OPERATOR));
  }

  @Test
  void theOperatorMustNotLeaveTheBuildingWithoutServiceAndAnothersLeavingItDoesNotCount() {
    assertThat(of(OPEN, new Operators(Set.of("EXMP"), Set.of("EXMP"))))
        .isEqualTo(new NotEligible(Why.WITHOUT_SERVICE));
    assertThat(of(OPEN, new Operators(Set.of("EXMP"), Set.of("OTHR"))))
        .isEqualTo(new Eligible(false));
  }
}

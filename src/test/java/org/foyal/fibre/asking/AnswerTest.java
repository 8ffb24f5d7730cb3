package org.foyal.fibre.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyal.fibre.asking.Answer.Blocked;
import org.foyal.fibre.asking.Answer.Certainty;
import org.foyal.fibre.asking.Answer.Connectable;
import org.foyal.fibre.asking.Answer.Forecast;
import org.foyal.fibre.asking.Answer.Gap;
import org.foyal.fibre.asking.Answer.NotKnown;
import org.foyal.fibre.asking.Answer.NotPlanned;
import org.foyal.fibre.asking.Answer.OnDemand;
import org.foyal.fibre.asking.Answer.OrderUnderWay;
import org.foyal.fibre.asking.Answer.OrderableFrom;
import org.foyal.fibre.asking.Answer.Planned;
import org.foyal.fibre.asking.Answer.Reason;
import org.foyal.fibre.asking.Answer.Sellers;
import org.foyal.fibre.asking.Answer.Step;
import org.foyal.fibre.asking.Answer.Why;
import org.foyal.fibre.premises.Building;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.premises.Eligibility;
import org.foyal.fibre.rollout.CabinetState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every answer that somebody can be given, and no day in it that nobody said.
class AnswerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
  private static final LocalDate BEFORE = TODAY.minusDays(1);
  private static final LocalDate AFTER = TODAY.plusDays(1);

  /// A situation that is said step by step.
  private record Now(
      Optional<BuildingState> state,
      Optional<CabinetState> cabinet,
      Optional<LocalDate> cabled,
      Optional<LocalDate> opens,
      Building.Consent signing,
      Optional<Eligibility.Operators> sellers) {
    static Now at(BuildingState state, @Nullable CabinetState cabinet) {
      return new Now(
          Optional.of(state),
          Optional.ofNullable(cabinet),
          Optional.empty(),
          Optional.empty(),
          new Building.Consent(Optional.empty(), Optional.empty()),
          Optional.empty());
    }

    Now days(@Nullable LocalDate cabledOn, @Nullable LocalDate opensOn) {
      return new Now(
          state,
          cabinet,
          Optional.ofNullable(cabledOn),
          Optional.ofNullable(opensOn),
          signing,
          sellers);
    }

    Now consent(@Nullable LocalDate signed) {
      var asked = new Building.Consent(Optional.of(true), Optional.ofNullable(signed));
      return new Now(state, cabinet, cabled, opens, asked, sellers);
    }

    Now sold(Set<String> there, Set<String> without) {
      var operators = Optional.of(new Eligibility.Operators(there, without));
      return new Now(state, cabinet, cabled, opens, signing, operators);
    }

    Answer answer() {
      return Answer.of(new Situation(state, cabinet, cabled, opens, signing, sellers, true, TODAY));
    }
  }

  private static Now deployed() {
    return Now.at(BuildingState.DEPLOYED, CabinetState.DEPLOYED);
  }

  @Test
  void builtAndOpenIsConnectableSinceTheLaterOfTheTwoDays() {
    assertThat(deployed().days(BEFORE.minusDays(9), BEFORE).answer())
        .isEqualTo(new Connectable(Optional.of(BEFORE), new Sellers.NotTold()));
    assertThat(deployed().days(TODAY, BEFORE).answer())
        .isEqualTo(new Connectable(Optional.of(TODAY), new Sellers.NotTold()));
  }

  @Test
  void builtWithoutAnyDayIsConnectableAndNoDayIsInvented() {
    assertThat(deployed().answer())
        .isEqualTo(new Connectable(Optional.empty(), new Sellers.NotTold()));
  }

  @Test
  void theOperatorsAreThoseOfTheRegulatorsFileThatServeTheBuilding() {
    assertThat(deployed().sold(Set.of("SFRA", "FTEL", "FREE"), Set.of("FREE")).answer())
        .isEqualTo(
            new Connectable(Optional.empty(), new Sellers.Declared(List.of("FTEL", "SFRA"))));
  }

  @Test
  void aFileThatNamesNobodyWhoServesTheBuildingSaysSo() {
    assertThat(deployed().sold(Set.of("FREE"), Set.of("FREE")).answer())
        .isEqualTo(new Connectable(Optional.empty(), new Sellers.NoneDeclared()));
    assertThat(deployed().sold(Set.of(), Set.of()).answer())
        .isEqualTo(new Connectable(Optional.empty(), new Sellers.NoneDeclared()));
  }

  @Test
  void theGelOfThreeMonthsPutsOffTheDay() {
    assertThat(deployed().days(BEFORE, AFTER).answer()).isEqualTo(new OrderableFrom(AFTER));
    assertThat(deployed().days(BEFORE, TODAY).answer()).isInstanceOf(Connectable.class);
  }

  @Test
  void cablingThatIsStillToComePutsOffTheDayToo() {
    assertThat(deployed().days(AFTER, BEFORE).answer()).isEqualTo(new OrderableFrom(AFTER));
    assertThat(deployed().days(AFTER.plusDays(5), AFTER).answer())
        .isEqualTo(new OrderableFrom(AFTER.plusDays(5)));
  }

  @Test
  void onDemandIsOrderedNowOrOnceTheCabinetOpens() {
    var onDemand = Now.at(BuildingState.ON_DEMAND, CabinetState.DEPLOYED);
    assertThat(onDemand.answer()).isEqualTo(new OnDemand(Optional.empty(), new Sellers.NotTold()));
    assertThat(onDemand.days(null, BEFORE).sold(Set.of("FTEL"), Set.of()).answer())
        .isEqualTo(new OnDemand(Optional.empty(), new Sellers.Declared(List.of("FTEL"))));
    assertThat(onDemand.days(null, AFTER).answer())
        .isEqualTo(new OnDemand(Optional.of(AFTER), new Sellers.NotTold()));
  }

  @Test
  void anOrderThatIsUnderWayHasAForecastOrNone() {
    var ordered = Now.at(BuildingState.ON_DEMAND_UNDER_WAY, CabinetState.DEPLOYED);
    assertThat(ordered.answer()).isEqualTo(new OrderUnderWay(new Forecast.Undated()));
    assertThat(ordered.days(AFTER, BEFORE).answer())
        .isEqualTo(new OrderUnderWay(new Forecast.Day(AFTER)));
  }

  @Test
  void aBuildingUnderWayIsPlannedForTheDayThatItsOperatorForesees() {
    var works = Now.at(BuildingState.UNDER_WAY, CabinetState.UNDER_WAY);
    assertThat(works.days(AFTER, AFTER.plusDays(3)).answer())
        .isEqualTo(
            new Planned(Step.UNDER_WAY, new Forecast.Day(AFTER.plusDays(3)), Optional.empty()));
  }

  @Test
  void oneOfTheTwoDaysAloneIsALimitAndNoForecast() {
    var works = Now.at(BuildingState.UNDER_WAY, CabinetState.UNDER_WAY);
    assertThat(works.days(null, AFTER).answer())
        .isEqualTo(new Planned(Step.UNDER_WAY, new Forecast.NotBefore(AFTER), Optional.empty()));
    assertThat(works.days(BEFORE, null).answer())
        .as("a limit that has passed says nothing")
        .isEqualTo(new Planned(Step.UNDER_WAY, new Forecast.Undated(), Optional.empty()));
  }

  @Test
  void aForecastThatHasPassedIsSaidToHavePassed() {
    assertThat(Now.at(BuildingState.UNDER_WAY, CabinetState.DEPLOYED).days(BEFORE, BEFORE).answer())
        .isEqualTo(new Planned(Step.UNDER_WAY, new Forecast.Lapsed(BEFORE), Optional.empty()));
  }

  @Test
  void withoutADayThereIsNone() {
    assertThat(Now.at(BuildingState.TARGETED, null).answer())
        .isEqualTo(new Planned(Step.TARGETED, new Forecast.Undated(), Optional.empty()));
    assertThat(Now.at(BuildingState.TARGETED, CabinetState.PLANNED).answer())
        .isEqualTo(new Planned(Step.TARGETED, new Forecast.Undated(), Optional.empty()));
  }

  @Test
  void afterASignatureTheLawGivesSixMonths() {
    var signed = Now.at(BuildingState.SIGNED, CabinetState.DEPLOYED);
    assertThat(signed.consent(LocalDate.of(2026, 1, 31)).answer())
        .isEqualTo(
            new Planned(
                Step.SIGNED, new Forecast.Undated(), Optional.of(LocalDate.of(2026, 7, 31))));
    assertThat(signed.answer())
        .isEqualTo(new Planned(Step.SIGNED, new Forecast.Undated(), Optional.empty()));
  }

  @Test
  void aReadyBuildingWaitsForItsCabinet() {
    assertThat(Now.at(BuildingState.DEPLOYED, CabinetState.UNDER_WAY).answer())
        .isEqualTo(new Planned(Step.CABINET, new Forecast.Undated(), Optional.empty()));
    assertThat(Now.at(BuildingState.ON_DEMAND, CabinetState.PLANNED).days(null, AFTER).answer())
        .isEqualTo(new Planned(Step.CABINET, new Forecast.NotBefore(AFTER), Optional.empty()));
  }

  @Test
  void aReadyBuildingWithoutAKnownCabinetIsNotKnown() {
    assertThat(Now.at(BuildingState.DEPLOYED, null).answer())
        .isEqualTo(new NotKnown(Gap.NO_CABINET));
    assertThat(Now.at(BuildingState.ON_DEMAND, null).answer())
        .isEqualTo(new NotKnown(Gap.NO_CABINET));
  }

  @Test
  void aConsentThatIsNeededAndNotSignedBlocks() {
    var targeted = Now.at(BuildingState.TARGETED, CabinetState.DEPLOYED);
    assertThat(targeted.consent(null).answer()).isEqualTo(new Blocked(Reason.CONSENT));
    assertThat(targeted.consent(BEFORE).answer())
        .isEqualTo(new Planned(Step.TARGETED, new Forecast.Undated(), Optional.empty()));
    assertThat(Now.at(BuildingState.UNDER_WAY, CabinetState.DEPLOYED).consent(null).answer())
        .as("where works go on, somebody has agreed")
        .isInstanceOf(Planned.class);
  }

  @Test
  void whatWasGivenUpIsBlocked() {
    assertThat(Now.at(BuildingState.ABANDONED, CabinetState.DEPLOYED).answer())
        .isEqualTo(new Blocked(Reason.ABANDONED));
    assertThat(Now.at(BuildingState.DEPLOYED, CabinetState.ABANDONED).answer())
        .isEqualTo(new Blocked(Reason.CABINET_ABANDONED));
  }

  @Test
  void aBuildingThatNoNetworkTellsOfIsInNoPlanOrNotKnown() {
    assertThat(Answer.of(unsaid(true))).isEqualTo(new NotPlanned(Why.IN_NO_FILE));
    assertThat(Answer.of(unsaid(false))).isEqualTo(new NotKnown(Gap.NO_NETWORK));
  }

  private static Situation unsaid(boolean networkTold) {
    return new Situation(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Building.Consent(Optional.empty(), Optional.empty()),
        Optional.empty(),
        networkTold,
        TODAY);
  }

  @Test
  void whoeverWaitsIsToldWhenTheyCanOrderAndNotBefore() {
    assertThat(deployed().answer().orderable()).isTrue();
    assertThat(new OnDemand(Optional.empty(), new Sellers.NotTold()).orderable()).isTrue();
    assertThat(new OnDemand(Optional.of(AFTER), new Sellers.NotTold()).orderable()).isFalse();
    assertThat(new OrderableFrom(AFTER).orderable()).isFalse();
    assertThat(new OrderUnderWay(new Forecast.Undated()).orderable()).isFalse();
    assertThat(new Planned(Step.CABINET, new Forecast.Day(AFTER), Optional.empty()).orderable())
        .isFalse();
    assertThat(new NotPlanned(Why.GONE).orderable()).isFalse();
    assertThat(new Blocked(Reason.CONSENT).orderable()).isFalse();
    assertThat(new NotKnown(Gap.NO_BUILDING).orderable()).isFalse();
  }

  @Test
  void everyAnswerSaysHowCertainItIs() {
    assertThat(deployed().answer().certainty()).isEqualTo(Certainty.SAID);
    assertThat(new Blocked(Reason.CONSENT).certainty()).isEqualTo(Certainty.SAID);
    assertThat(new OrderableFrom(AFTER).certainty()).isEqualTo(Certainty.FORESEEN);
    assertThat(planned(new Forecast.Day(AFTER))).isEqualTo(Certainty.FORESEEN);
    assertThat(planned(new Forecast.NotBefore(AFTER))).isEqualTo(Certainty.PARTLY);
    assertThat(planned(new Forecast.Lapsed(BEFORE))).isEqualTo(Certainty.OPEN);
    assertThat(planned(new Forecast.Undated())).isEqualTo(Certainty.OPEN);
    assertThat(new NotKnown(Gap.NO_BUILDING).certainty()).isEqualTo(Certainty.OPEN);
    assertThat(new NotPlanned(Why.GONE).certainty()).isEqualTo(Certainty.OPEN);
  }

  private static Certainty planned(Forecast when) {
    return new Planned(Step.UNDER_WAY, when, Optional.empty()).certainty();
  }
}

package org.foyal.fibre.premises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.foyal.fibre.premises.StateOrder.Change;
import org.foyal.fibre.premises.StateOrder.Consent;
import org.foyal.fibre.premises.StateOrder.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Which state of a building may follow which.
class StateOrderTest {
  private static final Consent NEEDED = new Consent(Optional.of(true), false);
  private static final Consent SIGNED = new Consent(Optional.of(true), true);
  private static final Consent NOT_NEEDED = new Consent(Optional.of(false), false);
  private static final Consent UNTOLD = new Consent(Optional.empty(), false);

  private static Change judge(BuildingState from, BuildingState to, Consent consent) {
    return StateOrder.judge(from, to, consent);
  }

  private static Change impossible(Reason reason) {
    return new Change.Impossible(reason);
  }

  @ParameterizedTest
  @EnumSource(BuildingState.class)
  void whatStaysIsNoChange(BuildingState state) {
    assertThat(judge(state, state, NEEDED)).isEqualTo(new Change.None());
  }

  @ParameterizedTest
  @EnumSource(value = BuildingState.class, mode = EnumSource.Mode.EXCLUDE, names = "ABANDONED")
  void anyStateCanBeAbandonedAndNoneReturnsFromThere(BuildingState state) {
    assertThat(judge(state, BuildingState.ABANDONED, NEEDED)).isEqualTo(new Change.Possible());
    assertThat(judge(BuildingState.ABANDONED, state, SIGNED))
        .isEqualTo(impossible(Reason.RETURNED));
  }

  @ParameterizedTest
  @CsvSource({
    "TARGETED, UNDER_WAY",
    "TARGETED, DEPLOYED",
    "UNDER_WAY, DEPLOYED",
    "TARGETED, ON_DEMAND",
    "UNDER_WAY, ON_DEMAND",
    "ON_DEMAND, ON_DEMAND_UNDER_WAY",
    "ON_DEMAND, UNDER_WAY",
    "ON_DEMAND, DEPLOYED",
    "ON_DEMAND_UNDER_WAY, DEPLOYED",
    "ON_DEMAND_UNDER_WAY, UNDER_WAY"
  })
  void withoutAManagersConsentItGoesForwardAlsoOverStatesInBetween(
      BuildingState from, BuildingState to) {
    assertThat(judge(from, to, NOT_NEEDED)).isEqualTo(new Change.Possible());
    assertThat(judge(from, to, UNTOLD)).isEqualTo(new Change.Possible());
  }

  @ParameterizedTest
  @CsvSource({
    "DEPLOYED, UNDER_WAY",
    "DEPLOYED, ON_DEMAND",
    "DEPLOYED, TARGETED",
    "UNDER_WAY, SIGNED",
    "UNDER_WAY, TARGETED",
    "SIGNED, TARGETED",
    "ON_DEMAND, SIGNED",
    "ON_DEMAND_UNDER_WAY, ON_DEMAND"
  })
  void nothingGoesBack(BuildingState from, BuildingState to) {
    assertThat(judge(from, to, SIGNED)).isEqualTo(impossible(Reason.BACKWARD));
  }

  @Test
  void aConventionIsSignedOnlyWhereOneIsNeeded() {
    assertThat(judge(BuildingState.TARGETED, BuildingState.SIGNED, NEEDED))
        .isEqualTo(new Change.Possible());
    assertThat(judge(BuildingState.TARGETED, BuildingState.SIGNED, UNTOLD))
        .isEqualTo(new Change.Possible());
    assertThat(judge(BuildingState.TARGETED, BuildingState.SIGNED, NOT_NEEDED))
        .isEqualTo(impossible(Reason.NEEDLESS_SIGNATURE));
  }

  @ParameterizedTest
  @CsvSource({"UNDER_WAY", "DEPLOYED"})
  void workWaitsForTheManagersSignatureWhereItIsNeeded(BuildingState works) {
    assertThat(judge(BuildingState.TARGETED, works, NEEDED)).isEqualTo(impossible(Reason.UNSIGNED));
    assertThat(judge(BuildingState.TARGETED, works, SIGNED)).isEqualTo(new Change.Possible());
    assertThat(judge(BuildingState.SIGNED, works, NEEDED)).isEqualTo(new Change.Possible());
  }

  @ParameterizedTest
  @CsvSource({
    "ON_DEMAND, UNDER_WAY",
    "ON_DEMAND, DEPLOYED",
    "ON_DEMAND_UNDER_WAY, UNDER_WAY",
    "ON_DEMAND_UNDER_WAY, DEPLOYED"
  })
  void whatIsOnDemandWaitsForTheSignatureLikeAnythingElse(BuildingState from, BuildingState to) {
    assertThat(judge(from, to, NEEDED)).isEqualTo(impossible(Reason.UNSIGNED));
    assertThat(judge(from, to, SIGNED)).isEqualTo(new Change.Possible());
  }

  @Test
  void statesAreFoundByTheWordsOfTheStandardHoweverTheyAreWritten() {
    assertThat(BuildingState.find("EN COURS DE DEPLOIEMENT")).contains(BuildingState.UNDER_WAY);
    assertThat(BuildingState.find("en cours de déploiement")).contains(BuildingState.UNDER_WAY);
    assertThat(BuildingState.find(" raccordable  demande ")).contains(BuildingState.ON_DEMAND);
    assertThat(BuildingState.find("FI-97209-000Y")).isEmpty();
  }
}

package org.foyal.fibre.premises;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.foyal.fibre.rollout.CabinetState;

/// Whether an operator can connect a building today, by the regulator's own rule: the building is
/// deployed or on demand, its cabinet is deployed and open to residents (or no day is told), the
/// operator is at the cabinet, and it does not leave this building without service.
public sealed interface Eligibility {
  /// It can, now.
  ///
  /// @param onDemand whether the last box is laid only once it is ordered
  record Eligible(boolean onDemand) implements Eligibility {}

  /// All is there but the day: the cabinet opens to residents then (the gel of three months).
  record Frozen(LocalDate until, boolean onDemand) implements Eligibility {}

  /// It can't.
  ///
  /// @param why the first thing that is missing, in the order of the work
  record NotEligible(Why why) implements Eligibility {}

  /// What is missing.
  enum Why {
    /// Nothing is known of the building's cabinet.
    NO_CABINET,
    /// The building was given up, or its cabinet.
    ABANDONED,
    /// The building is not deployed yet, nor on demand.
    BUILDING,
    /// The cabinet is not deployed yet.
    CABINET,
    /// The operator is not at the cabinet.
    OPERATOR,
    /// The operator does not serve this building.
    WITHOUT_SERVICE
  }

  /// What is known of the network at a building.
  ///
  /// @param cabinet empty where none is known
  /// @param opens from when the cabinet takes residents' orders; empty where no day is told
  record Network(
      BuildingState building, Optional<CabinetState> cabinet, Optional<LocalDate> opens) {}

  /// What is known of an operator there.
  ///
  /// @param atCabinet the operators declared at the cabinet
  /// @param withoutService those that leave this building without service
  record Operators(Set<String> atCabinet, Set<String> withoutService) {}

  /// Judges one operator at one building.
  static Eligibility of(String operator, Network network, Operators operators, LocalDate today) {
    if (network.building() == BuildingState.ABANDONED
        || network.cabinet().equals(Optional.of(CabinetState.ABANDONED))) {
      return new NotEligible(Why.ABANDONED);
    }
    boolean onDemand = network.building() == BuildingState.ON_DEMAND;
    if (!onDemand && network.building() != BuildingState.DEPLOYED) {
      return new NotEligible(Why.BUILDING);
    }
    if (network.cabinet().isEmpty()) {
      return new NotEligible(Why.NO_CABINET);
    }
    if (network.cabinet().get() != CabinetState.DEPLOYED) {
      return new NotEligible(Why.CABINET);
    }
    if (!operators.atCabinet().contains(operator)) {
      return new NotEligible(Why.OPERATOR);
    }
    if (operators.withoutService().contains(operator)) {
      return new NotEligible(Why.WITHOUT_SERVICE);
    }
    return network.opens().filter(day -> day.isAfter(today)).isPresent()
        ? new Frozen(network.opens().get(), onDemand)
        : new Eligible(onDemand);
  }
}

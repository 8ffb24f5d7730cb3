package org.foyal.fibre.premises;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.fibre.rollout.CabinetState;

/// From which day a home may order: the later of the day its building is cabled and the day its
/// cabinet opens to residents. A forecast while the building or its cabinet is not deployed.
public sealed interface Ordering {
  /// Both are done: from that day on.
  record Since(LocalDate day) implements Ordering {}

  /// Both are done, and no day is told.
  record Done() implements Ordering {}

  /// A forecast of the operator.
  record Expected(LocalDate day) implements Ordering {}

  /// A forecast of one of the two days only: not before it.
  record NotBefore(LocalDate day) implements Ordering {}

  /// Not done, and no day is told.
  record Undated() implements Ordering {}

  /// Given up.
  record Never() implements Ordering {}

  /// What the two days and states come to.
  ///
  /// @param cabled DateCablageAdresse
  /// @param opens from when the cabinet takes residents' orders (DateMiseEnServiceCommercialePM, or
  ///   three months after operators first had access)
  static Ordering of(
      BuildingState building,
      Optional<CabinetState> cabinet,
      Optional<LocalDate> cabled,
      Optional<LocalDate> opens) {
    if (building == BuildingState.ABANDONED
        || cabinet.equals(Optional.of(CabinetState.ABANDONED))) {
      return new Never();
    }
    var later = Stream.of(cabled, opens).flatMap(Optional::stream).max(LocalDate::compareTo);
    boolean done =
        building == BuildingState.DEPLOYED && cabinet.equals(Optional.of(CabinetState.DEPLOYED));
    if (later.isEmpty()) {
      return done ? new Done() : new Undated();
    }
    if (done) {
      return new Since(later.get());
    }
    return cabled.isPresent() && opens.isPresent()
        ? new Expected(later.get())
        : new NotBefore(later.get());
  }
}

package org.foyal.fibre.rollout;

import java.util.Optional;
import java.util.stream.Stream;

/// Where a cabinet stands (EtatPM of Interop'Fibre, with GraceTHD's « planifié » before it).
public enum CabinetState {
  /// Drawn into the plan.
  PLANNED("PLANIFIE"),
  /// Being built; what a file that says nothing means.
  UNDER_WAY("EN COURS DE DEPLOIEMENT"),
  /// Built, and offered to operators.
  DEPLOYED("DEPLOYE"),
  /// Withdrawn; stays for three months.
  ABANDONED("ABANDONNE");

  private final String standard;

  CabinetState(String standard) {
    this.standard = standard;
  }

  /// The word of the standard, as files write it.
  public String standard() {
    return standard;
  }

  /// The state that a file's word names: capitals or not, accents or not.
  public static Optional<CabinetState> find(String written) {
    return named(written).or(() -> named(Written.plain(written)));
  }

  private static Optional<CabinetState> named(String word) {
    return Stream.of(values()).filter(state -> state.standard.equals(word)).findFirst();
  }
}

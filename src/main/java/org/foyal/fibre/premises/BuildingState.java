package org.foyal.fibre.premises;

import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.fibre.rollout.Written;

/// Where a building stands (EtatImmeuble of Interop'Fibre, with the code of GraceTHD). The order of
/// the law between them is [StateOrder]'s.
public enum BuildingState {
  /// Lies in the zone behind a cabinet that is built, being built, or consulted on.
  TARGETED("CI", "CIBLE"),
  /// Its manager signed a convention; cabling is due within six months.
  SIGNED("SI", "SIGNE"),
  /// Connectable on demand: the last box is laid once an operator orders.
  ON_DEMAND("RD", "RACCORDABLE DEMANDE"),
  /// Such an order has been received.
  ON_DEMAND_UNDER_WAY("RC", "RAD EN COURS DE DEPLOIEMENT"),
  /// Being built.
  UNDER_WAY("EC", "EN COURS DE DEPLOIEMENT"),
  /// Connectable: the last box is laid and offered to operators.
  DEPLOYED("DE", "DEPLOYE"),
  /// Withdrawn, whatever the reason; stays for three months.
  ABANDONED("AB", "ABANDONNE");

  private final String code;
  private final String standard;

  BuildingState(String code, String standard) {
    this.code = code;
    this.standard = standard;
  }

  /// The two letters of GraceTHD.
  public String code() {
    return code;
  }

  /// The words of the standard, as files write them.
  public String standard() {
    return standard;
  }

  /// The state that a file's word names: capitals or not, accents or not.
  public static Optional<BuildingState> find(String written) {
    return named(written).or(() -> named(Written.plain(written)));
  }

  private static Optional<BuildingState> named(String word) {
    return Stream.of(values()).filter(state -> state.standard.equals(word)).findFirst();
  }
}

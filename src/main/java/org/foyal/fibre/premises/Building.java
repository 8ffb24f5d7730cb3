package org.foyal.fibre.premises;

import java.time.LocalDate;
import java.util.Optional;
import org.foyal.fibre.Held;
import org.foyal.kernel.Position;

/// A building as one source tells of it: a row of IPE, or of the regulator's files.
///
/// @param ref what the source calls it
/// @param cabinet the cabinet that it hangs from, by reference
/// @param operator who builds the network there, by code
/// @param state empty where the source tells of none
public record Building(
    Held held,
    String ref,
    Optional<String> cabinet,
    Optional<String> operator,
    Optional<BuildingState> state,
    Homes homes,
    Address address,
    Manager manager,
    Optional<LocalDate> cabled,
    Optional<Position> where,
    Optional<String> area) {
  /// How many homes and businesses.
  ///
  /// @param most empty where nobody says
  public record Homes(int least, Optional<Integer> most) {
    /// Whether the number is known.
    public boolean exact() {
      return most.isPresent() && most.get() == least;
    }
  }

  /// Where it stands, in the words of the source.
  ///
  /// @param streetId the street, as the territory names streets; empty: none
  /// @param block which building of several at one number
  /// @param code hexaclé, or the key of the national address base
  public record Address(
      String number,
      String suffix,
      String streetKind,
      String streetName,
      String streetId,
      String block,
      String postcode,
      String communeCode,
      String communeName,
      String code) {
    /// Number and street on one line.
    public String line() {
      return String.join(" ", number + suffix, streetKind, streetName)
          .strip()
          .replaceAll(" +", " ");
    }
  }

  /// What the manager's consent has to do with it.
  public record Manager(Optional<Boolean> consentNeeded, Optional<LocalDate> signed) {}
}

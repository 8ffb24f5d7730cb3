package org.foyal.fibre.rollout;

import java.time.LocalDate;
import java.util.Optional;
import org.foyal.fibre.Held;
import org.foyal.kernel.Position;

/// A street cabinet (« point de mutualisation ») as one source tells of it.
///
/// @param operator who builds it, by code
/// @param premises the homes and businesses behind it, as its operator counts them
public record Cabinet(
    Held held,
    String ref,
    Optional<String> operator,
    CabinetState state,
    Optional<Integer> premises,
    Opening opening,
    Optional<Position> where,
    Optional<String> area) {
  /// When it came and comes into use.
  ///
  /// @param installed when it was put up
  /// @param available when it was first made available to operators
  /// @param inService from when residents may order, as its file says
  public record Opening(
      Optional<LocalDate> installed, Optional<LocalDate> available, Optional<LocalDate> inService) {
    private static final int GEL_months = 3;

    /// From when residents may order: the day that the file says, else three months after operators
    /// were first given access (the gel); nothing where neither is known.
    public Optional<LocalDate> ordersFrom() {
      return inService.or(() -> available.map(day -> day.plusMonths(GEL_months)));
    }

    /// Whether the file's own two days leave less than the three months of the gel.
    public boolean tooShort() {
      return available.isPresent()
          && inService.isPresent()
          && inService.get().isBefore(available.get().plusMonths(GEL_months));
    }
  }
}

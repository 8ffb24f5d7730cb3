package org.foyal.innovation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may apply to a call, and for how much at most.
///
/// @param youngest_years,oldest_years the age of a person in the year in which the call closes;
///   nothing where it does not matter
/// @param most_euros nothing where there is no limit
public record Terms(
    Set<Holder> holders,
    Set<Origin> origins,
    @Nullable Integer youngest_years,
    @Nullable Integer oldest_years,
    @Nullable Integer most_euros) {
  /// Refuses terms that nobody can meet.
  ///
  /// @throws IllegalArgumentException without holders or origins, and for ages the wrong way round
  public Terms {
    holders = Set.copyOf(holders);
    origins = Set.copyOf(origins);
    boolean backwards =
        youngest_years != null && oldest_years != null && oldest_years < youngest_years;
    if (holders.isEmpty() || origins.isEmpty() || backwards) {
      throw new IllegalArgumentException("terms that nobody can meet");
    }
  }

  /// Whether the age of a person matters.
  public boolean asksAge() {
    return youngest_years != null || oldest_years != null;
  }
}

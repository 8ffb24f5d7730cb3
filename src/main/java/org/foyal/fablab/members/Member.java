package org.foyal.fablab.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;

/// Somebody who comes to the lab; their name and contact stand in `learning` alone.
///
/// @param id the learner’s, in `learning`
/// @param reference with its code it opens their page
/// @param birthYear a year and no date, where they say it
/// @param area the code of the neighbourhood, where they say it
/// @param guardianSeenOn of a minor: the day on which a guardian’s consent was seen
/// @param example whether a demonstration invented them
public record Member(
    UUID id,
    Reference reference,
    Optional<Integer> birthYear,
    Optional<String> area,
    Optional<LocalDate> guardianSeenOn,
    Instant since,
    boolean example) {
  private static final int OF_AGE_years = 18;

  /// How old they become in the year of a day, where their year of birth is known.
  public Optional<Integer> age_years(LocalDate on) {
    return birthYear.map(year -> on.getYear() - year);
  }

  /// Whether they are known to be minors in the year of a day.
  public boolean minor(LocalDate on) {
    return age_years(on).filter(age -> age < OF_AGE_years).isPresent();
  }

  /// Whether a guardian must still give their consent before they work at a machine.
  public boolean needsGuardian(LocalDate on) {
    return minor(on) && guardianSeenOn.isEmpty();
  }
}

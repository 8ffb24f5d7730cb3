package org.foyal.innovation.applying;

import java.util.Optional;
import org.foyal.innovation.Holder;
import org.foyal.innovation.Origin;
import org.jspecify.annotations.Nullable;

/// Who applies, as far as they said so.
///
/// @param holder nothing until it is chosen
/// @param birthYear of a person, where the call asks the age
/// @param area the code of a neighbourhood
/// @param registration SIRET or RNA as typed, checked by the rules of eligibility
public record Applicant(
    @Nullable Holder holder,
    String name,
    @Nullable Integer birthYear,
    @Nullable Origin origin,
    Optional<String> area,
    String registration,
    String email,
    String phone) {
  /// Nobody yet.
  public static final Applicant NOBODY =
      new Applicant(null, "", null, null, Optional.empty(), "", "", "");

  /// Nobody yet, to be reached at an address.
  public static Applicant at(String email) {
    return new Applicant(null, "", null, null, Optional.empty(), "", email, "");
  }
}

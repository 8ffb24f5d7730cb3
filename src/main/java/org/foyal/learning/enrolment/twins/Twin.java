package org.foyal.learning.enrolment.twins;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Somebody who is down for a session, and somebody else who may be the same person.
///
/// @param here the one who is down for the session
/// @param shared what both have
record Twin(Known here, Known other, Set<Shared> shared) {
  /// One of the two.
  ///
  /// @param sessions in how many sessions they have or had a place
  record Known(
      UUID id, String name, Optional<String> email, Optional<String> phone, int sessions) {}

  /// What two may share.
  enum Shared {
    /// The same name, but for accents and capitals.
    NAME,
    /// The same e-mail address.
    EMAIL,
    /// The same telephone number.
    PHONE;

    String words() {
      return "learning.enrolment.twins.shared." + name();
    }
  }
}

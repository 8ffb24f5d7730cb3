package org.foyal.shell.guard;

import java.util.Set;
import java.util.UUID;

/// A person signed in on the staff's pages, as she stands at this request; `people` says who that
/// is. A door of a staff page may ask for it as an argument.
public interface SignedIn {
  /// The number of the account, the same for ever.
  UUID id();

  /// The name that the layout shows.
  String displayName();

  /// What the person may do, as it is now and not as it was at sign-in.
  Set<Role> roles();

  /// The address that this request comes from, for the audit trail.
  String from();

  /// Whether the layout shows the administrator's doors.
  default boolean administrator() {
    return roles().contains(Role.ADMIN);
  }
}

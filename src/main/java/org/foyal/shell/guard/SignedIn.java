package org.foyal.shell.guard;

/// A person signed in on the staff's pages, as the frame needs to know them; `people` says who that
/// is.
public interface SignedIn {
  /// The name that the layout shows.
  String displayName();

  /// Whether the layout shows the administrator's doors.
  boolean administrator();
}

package org.foyal.fablab.machines;

/// What can come of writing something down.
public enum Written {
  /// It stands.
  DONE,
  /// Something else has that code or that name.
  TAKEN,
  /// Somebody else wrote first.
  OVERTAKEN,
  /// It would ask, in the end, for itself.
  CIRCLE,
  /// What it names is not there.
  UNKNOWN
}

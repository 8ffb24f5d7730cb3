package org.foyal.participation;

import org.foyal.shell.language.Told;

/// An assembly in which officials sit.
///
/// @param code its name in addresses
/// @param active whether new mandates may be entered in it
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Body(
    String code, Kind kind, Told title, int place, boolean active, boolean example, int version) {
  /// What kind of assembly.
  public enum Kind {
    /// A municipal council.
    COMMUNE,
    /// The council of several communes.
    AGGLOMERATION,
    /// A department, a region, a territorial collectivity.
    COLLECTIVITY;

    /// The key of its name for readers.
    public String words() {
      return "participation.kind." + name();
    }
  }
}

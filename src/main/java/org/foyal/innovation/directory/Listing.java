package org.foyal.innovation.directory;

import java.time.Instant;
import java.util.UUID;
import org.foyal.innovation.Holder;
import org.foyal.innovation.Origin;
import org.foyal.innovation.Registered;
import org.foyal.innovation.voice.Tongue;

/// A company or an association of the directory.
///
/// @param website its address; empty for none
/// @param email of whoever asked; shown to nobody
/// @param reason why it is not shown; empty where it is
public record Listing(
    UUID id,
    Holder kind,
    String name,
    Registered registered,
    String about,
    String website,
    Origin origin,
    String email,
    Tongue tongue,
    State state,
    String reason,
    Instant askedAt,
    boolean example) {
  /// Where a wish to be in the directory stands.
  public enum State {
    /// The link of the letter was not opened yet.
    ASKED,
    /// It waits for somebody of the staff.
    CONFIRMED,
    /// Everybody sees it.
    SHOWN,
    /// The staff does not show it, and said why.
    REFUSED;

    /// The key of its name.
    public String words() {
      return "innovation.listing." + name();
    }
  }
}

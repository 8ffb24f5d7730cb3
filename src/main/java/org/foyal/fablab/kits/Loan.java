package org.foyal.fablab.kits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;

/// A box of a kit that somebody took home.
///
/// @param reference with its code it opens the way to the map
/// @param builtAt when they said that it stands
/// @param sensor what it became on the map
/// @param back when and how it came back; nothing: it is still lent
public record Loan(
    UUID id,
    Reference reference,
    UUID kit,
    int box,
    UUID member,
    Instant lentAt,
    LocalDate dueOn,
    Optional<Instant> builtAt,
    Optional<Sensor> sensor,
    Optional<Back> back,
    boolean example) {
  /// What a kit became in `things`.
  ///
  /// @param device whose key it writes with
  public record Sensor(UUID device, long thing) {}

  /// How it came back.
  public record Back(Instant at, State state, Optional<String> words) {}

  /// In what state a box comes back.
  public enum State {
    /// All of it, and it works.
    WHOLE,
    /// Something is missing.
    PARTS_MISSING,
    /// Something does not work.
    BROKEN,
    /// It does not come back.
    LOST;

    /// The key of its words.
    public String words() {
      return "fablab.kits.back." + name();
    }
  }

  /// Whether it is still lent.
  public boolean out() {
    return back.isEmpty();
  }

  /// Whether it should be back by now.
  public boolean late(LocalDate today) {
    return out() && dueOn.isBefore(today);
  }
}

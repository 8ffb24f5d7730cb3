package org.foyal.learning.activity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.activity.Coop.Kind;
import org.foyal.learning.activity.Coop.Theme;
import org.foyal.people.Actor;

/// Whoever knows what a record can be made from: an appointment, somebody who came without one, a
/// session. Rooms offer theirs as beans.
public interface Occasions {
  /// What a record is made from, with what it is prefilled by.
  ///
  /// @param of what names it in the record
  /// @param title of a session; nothing else has one
  /// @param total how many came
  /// @param back the page to which whoever recorded it returns, below the language
  /// @param example whether a demonstration invented it: then so is its record
  record Occasion(
      Of of,
      Kind kind,
      LocalDate day,
      int minutes,
      UUID place,
      Set<Theme> themes,
      String title,
      int total,
      String back,
      boolean example) {
    /// Keeps the themes as they are.
    public Occasion {
      themes = Set.copyOf(themes);
    }
  }

  /// What a record is of: a session, or an appointment, or whoever came without one.
  record Of(Optional<UUID> session, Optional<UUID> appointment) {
    /// Nothing that was planned.
    public static final Of NOTHING = new Of(Optional.empty(), Optional.empty());

    /// Whether there is something.
    public boolean some() {
      return session.isPresent() || appointment.isPresent();
    }
  }

  /// The occasion of that name, if this room knows it.
  Optional<Occasion> find(Of of);

  /// Told in the transaction of the record, which stands or falls with it.
  ///
  /// @return the key of the words that say why it can't be recorded
  Optional<String> recorded(Actor by, Of of);
}

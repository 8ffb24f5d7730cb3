package org.foyal.fablab.ladder;

import java.util.UUID;
import org.foyal.people.Actor;

/// Who grants a level.
public sealed interface Granter {
  /// Somebody of the staff.
  record Staff(Actor actor) implements Granter {}

  /// A member who is at the highest level of that kind of machine.
  record Referent(UUID member) implements Granter {}
}

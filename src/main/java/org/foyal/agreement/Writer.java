package org.foyal.agreement;

import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.shell.guard.SignedIn;
import org.jspecify.annotations.Nullable;

/// Whoever writes to the register: somebody of the staff, a file that is brought in, or the figures
/// of a room.
///
/// @param administrator whether they may write everything; others write what they look after
public record Writer(Actor actor, boolean administrator, Change.Origin origin) {
  /// A file of promises, brought in by whoever runs the machine.
  public static final Writer FILE = new Writer(Actor.CONSOLE, true, Change.Origin.FILE);

  /// The figures that rooms count.
  static final Writer FIGURES =
      new Writer(new Actor(null, "figures", "night"), true, Change.Origin.FIGURES);

  /// Somebody signed in.
  public static Writer of(SignedIn who) {
    return new Writer(Actor.of(who), who.administrator(), Change.Origin.STAFF);
  }

  /// The account, if there is one.
  @Nullable UUID account() {
    return actor.id();
  }

  /// Whether a promise may be written: its owner's, or an administrator's.
  public boolean mayWrite(Commitment commitment) {
    return administrator
        || (actor.id() != null && commitment.owner().filter(actor.id()::equals).isPresent());
  }
}

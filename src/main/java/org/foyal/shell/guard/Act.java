package org.foyal.shell.guard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a member of the staff did, as the audit trail keeps it.
///
/// @param who the account, or nobody for what the machine's own engineer did on its console
/// @param name the person's name at that time
/// @param from the address that it came from
/// @param what the key of the words that say it, for example `people.act.invited`
/// @param about what it was done to, in words or numbers that somebody can search
public record Act(@Nullable UUID who, String name, String from, String what, String about) {
  /// What a signed-in person did.
  public static Act by(SignedIn who, String what, String about) {
    return new Act(who.id(), who.displayName(), who.from(), what, about);
  }
}

package org.foyal.fablab.ladder;

import java.util.List;

/// What can come of granting or renewing a level.
public sealed interface Granting {
  /// It stands.
  ///
  /// @param standing as it is from now on
  record Granted(Standing standing) implements Granting {}

  /// The same form was done before.
  record SentBefore(Standing standing) implements Granting {}

  /// There is no such member, or no such kind of machine.
  record Unknown() implements Granting {}

  /// Something else comes first.
  record Lacks(List<Missing> missing) implements Granting {
    /// Keeps the list as it is.
    public Lacks {
      missing = List.copyOf(missing);
    }
  }

  /// They were not in that session, or it does not teach this machine.
  record NotThere() implements Granting {}

  /// The check-list was not gone through to its end, or there is no evidence at all.
  record NotShown(int checks) implements Granting {}

  /// Whoever grants it is not at the highest level, grants more than the third, or themselves.
  record NotAllowed() implements Granting {}

  /// It is suspended: that is ended first.
  record Suspended() implements Granting {}

  /// They have that level, or a higher one, already; or, to be renewed, they have none.
  record NothingToDo(Standing standing) implements Granting {}

  /// Whether the level stands.
  default boolean stands() {
    return this instanceof Granted || this instanceof SentBefore;
  }

  /// The key of the words that say what came of it.
  default String words() {
    return "fablab.ladder.granting."
        + switch (this) {
          case Granted _ -> "granted";
          case SentBefore _ -> "granted";
          case Unknown _ -> "unknown";
          case Lacks _ -> "lacks";
          case NotThere _ -> "not-there";
          case NotShown _ -> "not-shown";
          case NotAllowed _ -> "not-allowed";
          case Suspended _ -> "suspended";
          case NothingToDo _ -> "nothing";
        };
  }
}

package org.foyal.learning.progress;

import java.util.Optional;
import org.foyal.learning.progress.CanDo.Moment;

/// What somebody says of one sentence, before and after.
///
/// @param asked the sentence as they answer it, or answered it last
/// @param same whether both answers are to the same wording
public record Line(CanDo asked, Optional<Step> before, Optional<Step> after, boolean same) {
  /// What both answers say together; never a score.
  public enum Change {
    /// They do alone what they did not before.
    GAINED,
    /// They are further than before.
    FURTHER,
    /// They did it alone before, and do.
    KEPT,
    /// As before, or less sure: many see after a course how much there is to a thing.
    STILL,
    /// They do it alone; nobody knows how it was before.
    NOW,
    /// It can't be said.
    UNKNOWN;

    /// The key of the words that say it above the sentences.
    public String words() {
      return "learning.progress.change." + name();
    }
  }

  Optional<Step> at(Moment moment) {
    return moment == Moment.BEFORE ? before : after;
  }

  /// What has changed.
  public Change change() {
    var then = before.filter(Step::says).filter(_ -> same);
    var now = after.filter(Step::says);
    if (now.isEmpty()) {
      return Change.UNKNOWN;
    }
    boolean alone = now.get().alone();
    if (then.isEmpty()) {
      return alone ? Change.NOW : Change.UNKNOWN;
    }
    int further = now.get().compareTo(then.get());
    if (alone && !then.get().alone()) {
      return Change.GAINED;
    }
    return further > 0 ? Change.FURTHER : alone && further == 0 ? Change.KEPT : Change.STILL;
  }
}

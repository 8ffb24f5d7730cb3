package org.foyal.people.mandates;

import java.time.Instant;
import org.foyal.people.mandates.Mandate.Entry;

/// What can come of acting for a person under a mandate. Whoever acts looks at it in the
/// transaction of the act, and lets the act be undone where it is not `Done`.
public sealed interface Acting {
  /// The act is allowed and stands in the journal.
  record Done(Entry entry) implements Acting {}

  /// The mandate is over, perhaps since the page was opened.
  record Expired(Instant at) implements Acting {}

  /// The person, or the helper, has ended it.
  record Revoked(Instant at) implements Acting {}

  /// It is somebody else's, or there is none.
  record NotYours() implements Acting {}

  /// The person did not say yes to this kind of act.
  record OutOfScope(String kind) implements Acting {}

  /// The helper has used no mandate for so long that an administrator must say yes again.
  record Disabled() implements Acting {}

  /// The key of the sentence that says it.
  default String words() {
    return "people.mandates.acting."
        + switch (this) {
          case Done _ -> "done";
          case Expired _ -> "expired";
          case Revoked _ -> "revoked";
          case NotYours() -> "not-yours";
          case OutOfScope _ -> "out-of-scope";
          case Disabled() -> "disabled";
        };
  }
}

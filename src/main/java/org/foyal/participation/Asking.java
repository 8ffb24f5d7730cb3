package org.foyal.participation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.foyal.cases.Case;

/// What can come of asking.
public sealed interface Asking {
  /// A letter is on its way; the question waits until its link is opened.
  record LetterSent() implements Asking {}

  /// Its case is open, and somebody will read it.
  ///
  /// @param code the secret that goes with the reference
  /// @param receipt whether a receipt leaves by letter
  record Opened(Case opened, String code, boolean receipt) implements Asking {}

  /// The same form has opened it before; nothing is new.
  record OpenedBefore(Case opened, String code) implements Asking {}

  /// Something in it can't stand.
  ///
  /// @param problems the keys of the words that say what, by field
  record Refused(Map<String, String> problems) implements Asking {
    /// Keeps the problems in their order.
    public Refused {
      problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }
  }

  /// The link has opened a question before; nothing is new. It shows neither the reference nor the
  /// code: those stand in the receipt, and a link may lie about for years.
  record ConfirmedBefore() implements Asking {}

  /// The link leads to no question: it is too old, or none of ours.
  record NoQuestion() implements Asking {}
}

package org.foyal.participation.answers;

import java.util.Optional;
import java.util.stream.Stream;

/// What whoever asked says of an answer, once.
public enum Verdict {
  /// It answers the question.
  ANSWERED,
  /// It is a set phrase, which would fit any question.
  SET_PHRASE;

  /// The key of its name for readers.
  public String words() {
    return "participation.verdict." + name();
  }

  /// The verdict of a form.
  public static Optional<Verdict> find(String name) {
    return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}

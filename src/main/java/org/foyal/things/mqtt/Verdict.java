package org.foyal.things.mqtt;

/// What became of something that a client published.
sealed interface Verdict {
  /// It is stored, and may be acknowledged.
  record Stored() implements Verdict {}

  /// It was said to another room, which answers.
  record Answered(Commands.Answer answer) implements Verdict {}

  /// It is not stored, and never will be as it is.
  record Refused(Why why, String reason) implements Verdict {}

  /// It is not stored now; sent again later it may be.
  record NotNow() implements Verdict {}

  /// The client's credentials open nothing any more.
  record ShutOut() implements Verdict {}

  /// Why something is refused.
  enum Why {
    /// Nobody, or somebody who may not write there.
    NOT_AUTHORIZED("not-authorized"),
    /// Nothing can be written to that topic.
    TOPIC("topic"),
    /// The payload is no observation.
    PAYLOAD("payload"),
    /// More than the device may write, for now.
    QUOTA("quota"),
    /// The datastream has an observation of that time.
    DUPLICATE("duplicate");

    private final String word;

    Why(String word) {
      this.word = word;
    }

    /// The word for it in counters.
    String word() {
      return word;
    }
  }
}

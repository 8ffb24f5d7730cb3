package org.foyal.post;

import java.util.Arrays;
import java.util.Optional;

/// Where a letter stands on its way.
enum DeliveryState {
  /// It waits for the carrier, or for somebody to print it.
  QUEUED,
  /// A carrier has it in hand.
  SENDING,
  /// The mail server has accepted it.
  SENT,
  /// Given up; the reason says why.
  FAILED,
  /// The person said STOP; it was not sent.
  SUPPRESSED,
  /// Handed over on paper.
  PRINTED;

  static Optional<DeliveryState> find(String name) {
    return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
  }

  /// The key of its name for readers.
  String words() {
    return "post.state." + name();
  }
}

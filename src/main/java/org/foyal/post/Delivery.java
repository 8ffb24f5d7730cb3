package org.foyal.post;

/// What can come of handing a letter to the mail server.
sealed interface Delivery {
  /// The server answers for it from now on.
  record Accepted() implements Delivery {}

  /// The server will never take it: no such mailbox, or a content it refuses.
  record RefusedForGood(String reason) implements Delivery {}

  /// The server may take it later.
  record NotNow(String reason) implements Delivery {}

  /// There is no server to talk to, or it does not let us in: no other letter has a chance now.
  record LineDown(String reason) implements Delivery {}

  /// The person said STOP.
  record Unwanted() implements Delivery {}
}

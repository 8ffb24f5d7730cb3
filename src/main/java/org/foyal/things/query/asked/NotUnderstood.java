package org.foyal.things.query.asked;

/// A question that can't be answered as it stands; the message says where and what to write
/// instead.
public final class NotUnderstood extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// With the sentence that whoever asked is told.
  public NotUnderstood(String message) {
    super(message, null, false, false);
  }

  /// At a position of a text, counted from 1.
  static NotUnderstood at(int position, String what) {
    return new NotUnderstood(what + " (at character " + (position + 1) + ")");
  }

  /// The sentence.
  public String told() {
    return String.valueOf(getMessage());
  }
}

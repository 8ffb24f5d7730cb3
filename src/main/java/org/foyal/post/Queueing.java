package org.foyal.post;

/// What can come of queueing a letter. The compiler makes every caller answer each case.
public sealed interface Queueing {
  /// It leaves once the caller's transaction is committed.
  record Queued(long letter) implements Queueing {}

  /// This act has already caused its letter; no second one is written.
  record AlreadyQueued(long letter) implements Queueing {}

  /// The person has had this week's optional letters; nothing is written.
  record OverBudget() implements Queueing {}

  /// The person said STOP to optional letters; only that fact is recorded.
  record Stopped(long letter) implements Queueing {}

  /// It can't be carried as it is; the caller's transaction may go on without it.
  record Refused(Reason reason) implements Queueing {}

  /// Why a letter can't be carried; [#words] is the sentence that says what to do.
  enum Reason {
    /// The address of the person or of the answer is none.
    ADDRESS,
    /// The subject is empty, too long or holds signs that no line of text has.
    SUBJECT,
    /// The text is empty or holds signs that no text has.
    TEXT,
    /// The text is longer than a letter may be.
    TOO_LONG,
    /// The key is empty, too long or not printable.
    KEY;

    /// The key of the sentence for the reader.
    public String words() {
      return "post.refused." + name();
    }
  }
}

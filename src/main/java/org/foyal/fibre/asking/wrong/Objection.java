package org.foyal.fibre.asking.wrong;

import java.time.Instant;
import java.util.Optional;
import org.foyal.kernel.Reference;

/// What a resident says is wrong with what the files say of an address.
///
/// @param caseId the case that it is
/// @param ref the building in its file; empty where none is known there
/// @param operator whose it is to answer, by code
/// @param answer the last answer of the operator
record Objection(
    long caseId,
    Reference reference,
    Kind kind,
    Optional<String> ref,
    String label,
    Optional<String> operator,
    boolean example,
    Instant filedAt,
    Optional<Answered> answer) {
  /// What is wrong.
  enum Kind {
    /// A building is missing.
    MISSING,
    /// It stands elsewhere, or its address is written wrongly.
    ADDRESS,
    /// Its state is not what one sees there.
    STATE,
    /// Something else, in words.
    OTHER
  }

  /// What its operator says.
  enum Verdict {
    /// It is right, and will be mended in a file.
    AGREED,
    /// It is mended.
    MENDED,
    /// The file is right.
    DISAGREED
  }

  /// An answer.
  record Answered(Verdict verdict, Instant at) {}

  /// The same once more, where whoever asked goes on with it.
  Objection again(long nextCase, Reference next, Instant at) {
    return new Objection(nextCase, next, kind, ref, label, operator, example, at, Optional.empty());
  }

  /// Whether an answer is still owed: what was agreed is to be mended.
  boolean open() {
    return answer.filter(one -> one.verdict() != Verdict.AGREED).isEmpty();
  }
}

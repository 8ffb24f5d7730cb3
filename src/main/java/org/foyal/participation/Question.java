package org.foyal.participation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.foyal.kernel.Reference;

/// A question to an elected official.
///
/// @param caseId the number of its case
/// @param mandate the code of whom it is put to
/// @param theme the code of what it is about, if that was said
/// @param area the code of the neighbourhood that it is about, if that was said
/// @param title,words what was asked; nobody but the staff sees them before somebody has read them
/// @param rule the rule by which it was kept back, by the end of its key
/// @param dueOn the day by which an answer is promised
/// @param publishedOn when it was put in front of everybody, the official among them
/// @param answeredOn when the first answer was given
/// @param example whether a demonstration invented it
public record Question(
    long caseId,
    Reference reference,
    String mandate,
    Optional<String> theme,
    Optional<String> area,
    String title,
    String words,
    Shown shown,
    Optional<String> rule,
    Instant askedAt,
    LocalDate dueOn,
    Optional<LocalDate> publishedOn,
    Optional<LocalDate> answeredOn,
    boolean example) {
  /// Whether everybody sees it.
  public enum Shown {
    /// Nobody of the staff has read it yet.
    WAITING,
    /// It is published.
    SHOWN,
    /// It is kept back, by a rule that is named.
    HIDDEN
  }

  /// Whether everybody sees it.
  public boolean open() {
    return shown == Shown.SHOWN;
  }

  /// Whether its words were erased, since it was not published for so long.
  public boolean erased() {
    return words.isEmpty();
  }

  /// Whether it is answered.
  public boolean answered() {
    return answeredOn.isPresent();
  }

  /// Whether the promised day has passed, or had when it was answered.
  public boolean late(LocalDate today) {
    return answeredOn.orElse(today).isAfter(dueOn);
  }
}

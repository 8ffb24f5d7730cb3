package org.foyal.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.shell.language.Told;

/// One instrument that was signed; several stand side by side and are never mixed.
///
/// @param about what it is, in plain words
/// @param endsOn its last day, amendments counted; empty where none is known
/// @param textRead whether its own text was read: if not, clauses stay empty and the pages say so
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who edit at once
public record Agreement(
    String code,
    Told title,
    Optional<Told> about,
    Day signed,
    Optional<LocalDate> endsOn,
    boolean textRead,
    Source source,
    boolean example,
    int version) {

  /// A party's part in an agreement.
  ///
  /// @param signs whether it signed, or only supports
  /// @param version of the row, for two people who correct it at once; 0 before it is entered
  public record Signatory(Party party, Told part, boolean signs, int version) {}

  /// What somebody said of it in public, one sentence at most.
  ///
  /// @param words in the speaker's own language
  /// @param verbatim whether these are the speaker's words, or the source's account of them
  public record Quote(
      String speaker, Told capacity, String words, boolean verbatim, Source source) {}

  /// What was agreed later.
  public record Amendment(
      LocalDate agreedOn, Kind kind, Told about, Optional<LocalDate> endsOn, Source source) {
    /// What it does to the agreement.
    public enum Kind {
      /// Changes it.
      AMENDMENT,
      /// Prolongs it.
      RENEWAL,
      /// Ends it.
      END
    }
  }

  /// An agreement with all that hangs on it.
  public record Whole(
      Agreement agreement,
      List<Signatory> signatories,
      List<Quote> quotes,
      List<Amendment> amendments) {}
}

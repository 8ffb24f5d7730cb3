package org.foyal.learning.figures;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.foyal.kernel.Interval;

/// One figure of one quarter, as anybody may use it again.
///
/// @param quarter for example `2026-T3`
/// @param figure what is counted, for example `sessions`
/// @param by what its parts are told apart by; `all` for the whole
/// @param part the code of the part; empty for the whole, `-` where it is not known
/// @param value empty where it is hidden
/// @param interval of a share or a wait, with 95 % confidence
/// @param known the last day that it knows of, or on which it was published
/// @param version 1, or more where it was corrected
public record FigureRow(
    String quarter,
    String figure,
    String by,
    String part,
    OptionalDouble value,
    Optional<Interval> interval,
    Standing standing,
    LocalDate known,
    int version) {

  /// How far a figure can be told.
  public enum Standing {
    /// It is told.
    SHOWN,
    /// It is told, and can well be more than ten points off.
    FRAGILE,
    /// It would speak of fewer than eleven people, or give such a number away.
    HIDDEN;

    /// The word for it in files.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

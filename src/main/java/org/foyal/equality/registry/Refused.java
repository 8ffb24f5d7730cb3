package org.foyal.equality.registry;

import java.util.Locale;

/// A row that can’t stand, and why.
///
/// @param detail what the row says
public record Refused(int line, Reason reason, String detail) {
  /// Why a row can’t stand.
  public enum Reason {
    /// No such indicator.
    UNKNOWN_INDICATOR,
    /// No such area.
    UNKNOWN_AREA,
    /// Neither a year nor a quarter.
    BAD_PERIOD,
    /// It says no number, or one that is none.
    NO_NUMBER,
    /// Less than nothing.
    NEGATIVE,
    /// More than all.
    OVER,
    /// The same indicator, area and period a second time.
    TWICE,
    /// An area and one that it is part of, at the same time: people would count twice.
    OVERLAPPING,
    /// The columns are not those of such a file.
    WRONG_COLUMNS;

    /// The key of the words that say it.
    public String words() {
      return "equality.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

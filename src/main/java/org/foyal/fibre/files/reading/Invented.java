package org.foyal.fibre.files.reading;

import java.util.Set;
import org.foyal.territory.files.reading.RowRefused;
import org.jspecify.annotations.Nullable;

/// What of a file a demonstration invented: all of it, the rows that say so themselves, and those
/// of operators that are invented.
///
/// @param operators the codes of operators that a demonstration invented
public record Invented(boolean all, Set<String> operators) {
  /// Whether one row is invented; what was, never becomes real on its way out and in again.
  ///
  /// @param operator of the row
  boolean row(Cells cells, @Nullable String operator) throws NotTaken, RowRefused {
    return all
        || (operator != null && operators.contains(operator))
        || Boolean.TRUE.equals(cells.yes("Exemple"));
  }
}

package org.foyal.fibre.files;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.fibre.files.reading.Layout;
import org.foyal.fibre.files.reading.Row.Refused;

/// What a file holds beside what stands, row by row in numbers, with examples.
///
/// @param encoding in which letters it is written
/// @param operator whose network it tells of; empty: it is of the regulator
/// @param reasons how many rows were refused for which reason, by the key of its words
/// @param refused the first 10,000 refusals
/// @param changes the first examples of each change
/// @param asked what the operator is asked, the first ones
public record Report(
    String fileName,
    Layout layout,
    String encoding,
    Optional<String> operator,
    LocalDate asOf,
    Counts counts,
    Map<String, Long> reasons,
    List<Refused> refused,
    List<Change> changes,
    List<Asked> asked) {
  /// Rows of the file, each counted once: read = added + changed + same + aside + questioned +
  /// refused.
  ///
  /// @param gone buildings that stand and are not in the file, of a complete one
  /// @param aside of communes that were not asked for, or of buildings that nobody knows
  /// @param questioned held back until the operator has answered
  /// @param cabinets cabinets that are new or change
  public record Counts(
      long read,
      long added,
      long changed,
      long gone,
      long same,
      long aside,
      long questioned,
      long refused,
      long cabinets) {
    /// Whether applying the file would change anything.
    public boolean changesSomething() {
      return added + changed + gone + cabinets > 0;
    }

    /// What a list says of it: the rows read, then each number that is not zero, by the end of its
    /// words' key.
    public Map<String, Long> told() {
      var told = new LinkedHashMap<String, Long>();
      told.put("read", read);
      told.put("added", added);
      told.put("changed", changed);
      told.put("gone", gone);
      told.put("same", same);
      told.put("aside", aside);
      told.put("questioned", questioned);
      told.put("refused", refused);
      told.entrySet().removeIf(one -> one.getValue() == 0 && !one.getKey().equals("read"));
      return told;
    }
  }

  /// One example of a change.
  ///
  /// @param what `NEW`, `CHANGED` or `GONE`
  public record Change(String what, String ref, String name, List<Field> fields) {}

  /// A field that differs.
  public record Field(String column, String before, String after) {}

  /// Something that the operator is asked.
  ///
  /// @param kind `STATE`, `TOTAL`, `GEL` or `CABINET`
  /// @param reason the key of its words
  public record Asked(String kind, String ref, long line, String reason, List<String> arguments) {
    /// Whether its row waits for the answer.
    public boolean holdsBack() {
      return kind.equals("STATE");
    }
  }
}

package org.foyal.territory.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.territory.files.reading.Refusal;

/// What a file holds beside what the territory holds, row by row in numbers, with examples.
///
/// @param kind what it is about: AREAS, SCORES, STREETS, ROADS, PLACES or ADDRESSES
/// @param format how it was recognised
/// @param encoding in which letters it is written
/// @param note what the producer warns of; empty when nothing
/// @param refused the first 10,000 refusals
/// @param changes the first examples of each change
public record ImportReport(
    String fileName,
    String kind,
    String format,
    String encoding,
    String source,
    String licence,
    String note,
    Counts counts,
    List<Refusal> refused,
    List<Change> changes) {
  /// Lines of the file, each counted once: read = added + changed + same + aside + refused.
  ///
  /// @param gone rows that stand in the territory and not in the file, of a complete file
  /// @param aside lines of communes that were not asked for
  public record Counts(
      long read, long added, long changed, long gone, long same, long aside, long refused) {
    /// What a list says of it: the lines read, then each number that is not zero, by the end of its
    /// words' key.
    public Map<String, Long> told() {
      var told = new LinkedHashMap<String, Long>();
      told.put("read", read);
      told.put("added", added);
      told.put("changed", changed);
      told.put("gone", gone);
      told.put("same", same);
      told.put("aside", aside);
      told.put("refused", refused);
      told.entrySet().removeIf(one -> one.getValue() == 0 && !one.getKey().equals("read"));
      return told;
    }
  }

  /// One example of a change.
  ///
  /// @param what `NEW`, `CHANGED` or `GONE`
  /// @param fields column by column what was and what would be; shapes are only named
  public record Change(String what, String key, String name, List<Field> fields) {}

  /// A field that differs.
  public record Field(String column, String before, String after) {}
}

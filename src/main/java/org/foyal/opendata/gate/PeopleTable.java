package org.foyal.opendata.gate;

import java.util.HashSet;
import java.util.List;

/// Counts of people by two things, whose rows and columns are parts of one whole.
///
/// @param variable what is counted, for example `learning.people`
/// @param period of what time
/// @param rows what each row speaks of
/// @param columns what each column speaks of
/// @param counts by row, in the order of the columns
public record PeopleTable(
    String variable,
    String period,
    List<Label> rows,
    List<String> columns,
    List<List<Long>> counts) {
  /// A row.
  ///
  /// @param members the smallest areas that it is made of, or itself alone
  public record Label(String name, java.util.Set<String> members) {
    /// Keeps the members as they are.
    public Label {
      members = java.util.Set.copyOf(members);
    }
  }

  /// Keeps everything as it is.
  ///
  /// @throws IllegalArgumentException for a table that is none: a count missing or negative, a name
  ///   twice, areas that overlap
  public PeopleTable {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    counts = counts.stream().map(List::copyOf).toList();
    int width = columns.size();
    if (rows.isEmpty()
        || width == 0
        || counts.size() != rows.size()
        || counts.stream().anyMatch(row -> row.size() != width)
        || counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)
        || rows.stream().map(Label::name).distinct().count() < rows.size()
        || columns.stream().distinct().count() < width) {
      throw new IllegalArgumentException("no table: " + variable + " " + period);
    }
    var seen = new HashSet<String>();
    if (rows.stream().flatMap(row -> row.members().stream()).anyMatch(one -> !seen.add(one))) {
      throw new IllegalArgumentException("its areas overlap: " + variable + " " + period);
    }
  }

  /// A count.
  long at(int row, int column) {
    return counts.get(row).get(column);
  }
}

package org.foyal.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Counts of people by two things, whose rows and columns are parts of one whole.
///
/// @param variable what is counted, for example `fablab.trained`
/// @param period of what time, for example `2026-T3`
/// @param stock whether somebody who is counted once stays so in later periods, as members do; not
///   where each period counts what happened in it
/// @param rows what each row speaks of
/// @param columns what each column speaks of
/// @param counts by row, in the order of the columns
public record PeopleTable(
    String variable,
    String period,
    boolean stock,
    List<Label> rows,
    List<String> columns,
    List<List<Long>> counts) {
  /// The row of whoever lives in no neighbourhood that is known.
  public static final String ELSEWHERE = "-";

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

  /// People to whom something happened in a quarter, by neighbourhood, each neighbourhood a part of
  /// its own.
  ///
  /// @param byArea by the code of the neighbourhood; [#ELSEWHERE] where none is known
  public static PeopleTable of(String variable, Quarter quarter, Map<String, Long> byArea) {
    var areas = byArea.keySet().stream().sorted().toList();
    return new PeopleTable(
        variable,
        quarter.code(),
        false,
        areas.stream().map(area -> new Label(area, java.util.Set.of(area))).toList(),
        List.of("people"),
        areas.stream().map(area -> List.of(byArea.getOrDefault(area, 0L))).toList());
  }

  /// A count.
  public long at(int row, int column) {
    return counts.get(row).get(column);
  }
}

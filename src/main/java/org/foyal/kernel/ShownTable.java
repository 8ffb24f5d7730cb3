package org.foyal.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A table about people as it may be shown, its margins as last row and column; what is hidden is
/// empty.
///
/// @param version 1 for the first of its period, one more for each correction
/// @param on when it was released
public record ShownTable(
    String variable,
    String period,
    List<String> rows,
    List<String> columns,
    List<List<OptionalLong>> cells,
    int version,
    LocalDate on) {
  /// Keeps everything as it is.
  public ShownTable {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    cells = cells.stream().map(List::copyOf).toList();
  }

  /// What may be told of a row as a whole; empty where it is hidden or there is none.
  public OptionalLong of(String row) {
    int at = rows.indexOf(row);
    return at < 0 ? OptionalLong.empty() : cells.get(at).get(whole(columns));
  }

  /// What may be told of everybody together.
  public OptionalLong total() {
    return cells.get(whole(rows)).get(whole(columns));
  }

  /// Whether the table has a number there: a single row or column is its own margin.
  public boolean stands(int row, int column) {
    return (rows.size() > 1 || row < rows.size())
        && (columns.size() > 1 || column < columns.size());
  }

  /// The margin, which a single row or column is itself.
  private static int whole(List<String> parts) {
    return parts.size() == 1 ? 0 : parts.size();
  }

  /// The sums of several quarters as figures: of each row where all quarters that have it show it,
  /// and of everybody where all do.
  ///
  /// @param some of one variable, whose rows are areas, the earliest first
  /// @param whole the code of the area that all of it lies in, where it has one
  public static List<Figure> figures(List<ShownTable> some, Optional<String> whole) {
    var figures = new ArrayList<Figure>();
    if (some.isEmpty()) {
      return figures;
    }
    var asOf = Quarter.find(some.getLast().period()).orElseThrow().last();
    var key = some.getLast().variable();
    some.stream()
        .flatMap(one -> one.rows.stream())
        .filter(row -> !row.equals(PeopleTable.ELSEWHERE))
        .distinct()
        .sorted()
        .forEach(row -> {
          var told =
              some.stream().filter(one -> one.rows.contains(row)).map(one -> one.of(row)).toList();
          sum(told).ifPresent(people -> figures.add(figure(key, row, people, asOf)));
        });
    var total = sum(some.stream().map(ShownTable::total).toList());
    if (whole.isPresent() && total.isPresent()) {
      figures.add(figure(key, whole.get(), total.getAsLong(), asOf));
    }
    return figures;
  }

  private static OptionalLong sum(List<OptionalLong> told) {
    return told.stream().allMatch(OptionalLong::isPresent)
        ? OptionalLong.of(told.stream().mapToLong(OptionalLong::getAsLong).sum())
        : OptionalLong.empty();
  }

  private static Figure figure(String key, String area, long people, LocalDate asOf) {
    return new Figure(key, area, people, OptionalLong.empty(), asOf, false);
  }
}

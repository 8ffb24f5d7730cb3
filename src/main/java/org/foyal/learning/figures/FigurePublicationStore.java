package org.foyal.learning.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.kernel.Quarter;
import org.foyal.learning.figures.Published.Tally;
import org.foyal.learning.figures.Tab.Cell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was published, in `learning.figure_publication` and `learning.figure_cell`.
@Repository
class FigurePublicationStore {
  private final JdbcClient sql;

  FigurePublicationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds a version; false when another program did at the same time.
  boolean add(Published made) {
    int added =
        sql.sql(
                """
                insert into learning.figure_publication (quarter, version, published_on)
                values (:quarter, :version, :on) on conflict do nothing
                """)
            .param("quarter", made.quarter().first())
            .param("version", made.version())
            .param("on", made.on())
            .update();
    if (added == 1) {
      made.numbers().forEach((cell, number) -> add(made, cell, number));
    }
    return added == 1;
  }

  private void add(Published made, Cell cell, Tally number) {
    sql.sql(
            """
            insert into learning.figure_cell (quarter, version, tab, part, counted, shown)
            values (:quarter, :version, :tab, :part, :counted, :shown)
            """)
        .param("quarter", made.quarter().first())
        .param("version", made.version())
        .param("tab", cell.tab().name())
        .param("part", cell.part())
        .param("counted", number.counted())
        .param("shown", number.shown())
        .update();
  }

  /// All versions of a quarter, the first one first.
  List<Published> versions(Quarter quarter) {
    return versions("p.quarter = :quarter", Map.of("quarter", quarter.first()));
  }

  /// The newest version of a quarter.
  Optional<Published> latest(Quarter quarter) {
    return versions(quarter).stream().reduce((_, later) -> later);
  }

  /// Marks that a correction waits, since the first day that it does; or that none does.
  void mark(Quarter quarter, Optional<LocalDate> waits) {
    if (waits.isEmpty()) {
      sql.sql("delete from learning.figure_correction where quarter = :quarter")
          .param("quarter", quarter.first())
          .update();
      return;
    }
    sql.sql(
            """
            insert into learning.figure_correction (quarter, waits_since) values (:quarter, :since)
            on conflict do nothing
            """)
        .param("quarter", quarter.first())
        .param("since", waits.get())
        .update();
  }

  /// Since when a correction of a quarter waits, if one does.
  Optional<LocalDate> waitsSince(Quarter quarter) {
    return sql.sql("select waits_since from learning.figure_correction where quarter = :quarter")
        .param("quarter", quarter.first())
        .query(LocalDate.class)
        .optional();
  }

  /// The newest version of each quarter, the earliest quarter first.
  List<Published> list() {
    var newest = new HashMap<Quarter, Published>();
    versions("true", Map.of()).forEach(one -> newest.put(one.quarter(), one));
    return newest.values().stream().sorted(Comparator.comparing(Published::quarter)).toList();
  }

  private List<Published> versions(String where, Map<String, ?> params) {
    record Key(Quarter quarter, int version, LocalDate on) {}
    var numbers = new LinkedHashMap<Key, Map<Cell, Tally>>();
    sql.sql(
            """
            select p.quarter, p.version, p.published_on, c.tab, c.part, c.counted, c.shown
            from learning.figure_publication p
            join learning.figure_cell c on c.quarter = p.quarter and c.version = p.version
            where %s order by p.quarter, p.version
            """
                .formatted(where))
        .params(params)
        .query(row -> {
          var key =
              new Key(
                  Quarter.of(row.getObject("quarter", LocalDate.class)),
                  row.getInt("version"),
                  row.getObject("published_on", LocalDate.class));
          numbers.computeIfAbsent(key, _ -> new HashMap<>()).put(cell(row), number(row));
        });
    var found = new ArrayList<Published>();
    numbers.forEach(
        (key, cells) -> found.add(new Published(key.quarter(), key.version(), key.on(), cells)));
    return found;
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return Tab.valueOf(row.getString("tab")).part(row.getString("part"));
  }

  private static Tally number(ResultSet row) throws SQLException {
    return new Tally(row.getLong("counted"), row.getBoolean("shown"));
  }

  /// How many versions there are, of all quarters.
  long count() {
    return sql.sql("select count(*) from learning.figure_publication").query(Long.class).single();
  }
}

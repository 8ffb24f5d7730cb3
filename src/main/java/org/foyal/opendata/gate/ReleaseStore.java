package org.foyal.opendata.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.foyal.kernel.ShownTable;
import org.foyal.opendata.gate.Differencing.Released;
import org.foyal.shell.ShellSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The register of releases: each number in `opendata.release`, each table as it was shown in
/// `opendata.released_table`.
@Repository
class ReleaseStore {
  private static final int TURN = 902_128;

  private final JdbcClient sql;
  private final ShellSettings city;

  ReleaseStore(JdbcClient sql, ShellSettings city) {
    this.sql = sql;
    this.city = city;
  }

  /// Two who release at once do it one after the other, so that each sees the other’s.
  void takeTurn() {
    sql.sql("select 1 from (select pg_advisory_xact_lock(:turn)) as mine")
        .param("turn", TURN)
        .query(Integer.class)
        .single();
  }

  List<Released> list(String variable) {
    return sql.sql("select * from opendata.release where variable = :variable order by id")
        .param("variable", variable)
        .query(ReleaseStore::released)
        .list();
  }

  void add(Released one, Instant at) {
    sql.sql(
            """
            insert into opendata.release (variable, period, part, members, people, released_at)
            values (:variable, :period, :part, :members, :people, :at) on conflict do nothing
            """)
        .param("variable", one.variable())
        .param("period", one.period())
        .param("part", one.column())
        .param("members", one.members().stream().sorted().toArray(String[]::new))
        .param("people", one.people())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static final String TABLES =
      "select *, (released_at at time zone :zone)::date as released_on from opendata.released_table ";

  /// All versions of a table, the first first.
  List<ShownTable> versions(String variable, String period) {
    return sql.sql(TABLES + "where variable = :variable and period = :period order by version")
        .param("variable", variable)
        .param("period", period)
        .param("zone", city.timeZone().getId())
        .query(ReleaseStore::table)
        .list();
  }

  /// The last version of each period, in the order of their codes.
  List<ShownTable> standing(String variable) {
    return sql.sql(
            TABLES
                + """
                t where variable = :variable and version = (select max(version) from opendata.released_table o
                  where o.variable = t.variable and o.period = t.period)
                order by period
                """)
        .param("variable", variable)
        .param("zone", city.timeZone().getId())
        .query(ReleaseStore::table)
        .list();
  }

  void add(ShownTable table, Instant at) {
    var cells =
        table.cells().stream()
            .flatMap(List::stream)
            .map(cell -> cell.isPresent() ? (Long) cell.getAsLong() : null)
            .toArray(Long[]::new);
    sql.sql(
            """
            insert into opendata.released_table (variable, period, version, parts, columns, people, released_at)
            values (:variable, :period, :version, :parts, :columns, :people, :at)
            """)
        .param("variable", table.variable())
        .param("period", table.period())
        .param("version", table.version())
        .param("parts", table.rows().toArray(String[]::new))
        .param("columns", table.columns().toArray(String[]::new))
        .param("people", cells)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static ShownTable table(ResultSet row, int number) throws SQLException {
    var parts = List.of((String[]) row.getArray("parts").getArray());
    var columns = List.of((String[]) row.getArray("columns").getArray());
    var people = (Long[]) row.getArray("people").getArray();
    int width = columns.size() + 1;
    var cells = new ArrayList<List<OptionalLong>>();
    for (int i = 0; i < people.length; i += width) {
      cells.add(
          Arrays.stream(people, i, i + width)
              .map(cell -> cell == null ? OptionalLong.empty() : OptionalLong.of(cell))
              .toList());
    }
    return new ShownTable(
        row.getString("variable"),
        row.getString("period"),
        parts,
        columns,
        cells,
        row.getInt("version"),
        row.getObject("released_on", LocalDate.class));
  }

  private static Released released(ResultSet row, int number) throws SQLException {
    return new Released(
        row.getString("variable"),
        row.getString("period"),
        row.getString("part"),
        Set.of((String[]) row.getArray("members").getArray()),
        row.getLong("people"));
  }
}

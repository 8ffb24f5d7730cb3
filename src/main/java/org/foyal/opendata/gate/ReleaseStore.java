package org.foyal.opendata.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.foyal.opendata.gate.Differencing.Released;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The register of releases, in `opendata.release`.
@Repository
class ReleaseStore {
  private static final int TURN = 902_128;

  private final JdbcClient sql;

  ReleaseStore(JdbcClient sql) {
    this.sql = sql;
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

  private static Released released(ResultSet row, int number) throws SQLException {
    return new Released(
        row.getString("variable"),
        row.getString("period"),
        row.getString("part"),
        Set.of((String[]) row.getArray("members").getArray()),
        row.getLong("people"));
  }
}

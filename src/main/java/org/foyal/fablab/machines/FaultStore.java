package org.foyal.fablab.machines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people say is wrong with machines, in `fablab.fault`.
@Repository
class FaultStore {
  private final JdbcClient sql;

  FaultStore(JdbcClient sql) {
    this.sql = sql;
  }

  boolean add(Fault made) {
    return sql.sql(
                """
                insert into fablab.fault (id, machine, at, words, dangerous, channel, example)
                values (:id, :machine, :at, :words, :dangerous, :channel, :example)
                on conflict do nothing
                """)
            .param("id", made.id())
            .param("machine", made.machine())
            .param("at", made.at().atOffset(ZoneOffset.UTC))
            .param("words", made.words())
            .param("dangerous", made.dangerous())
            .param("channel", made.channel().name())
            .param("example", made.example())
            .update()
        == 1;
  }

  int countOpen(UUID machine) {
    return sql.sql("select count(*) from fablab.fault where machine = :machine and state = 'OPEN'")
        .param("machine", machine)
        .query(Integer.class)
        .single();
  }

  /// Those that nobody has looked at, the dangerous ones first.
  List<Fault> open() {
    return sql.sql(
            """
            select * from fablab.fault where state = 'OPEN' order by dangerous desc, at, id limit 200
            """)
        .query(FaultStore::fault)
        .list();
  }

  Optional<Fault> find(UUID id) {
    return sql.sql("select * from fablab.fault where id = :id")
        .param("id", id)
        .query(FaultStore::fault)
        .optional();
  }

  boolean answer(
      UUID id, Fault.State state, @Nullable String answer, Instant at, @Nullable UUID account) {
    return sql.sql(
                """
                update fablab.fault set state = :state, answer = :answer, answered_at = :at,
                  account = :account where id = :id and state = 'OPEN'
                """)
            .param("state", state.name())
            .param("answer", answer, java.sql.Types.VARCHAR)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("account", account, java.sql.Types.OTHER)
            .param("id", id)
            .update()
        == 1;
  }

  private static Fault fault(ResultSet row, int number) throws SQLException {
    return new Fault(
        row.getObject("id", UUID.class),
        row.getObject("machine", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("words"),
        row.getBoolean("dangerous"),
        Fault.Channel.valueOf(row.getString("channel")),
        Fault.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("answer")),
        row.getBoolean("example"));
  }
}

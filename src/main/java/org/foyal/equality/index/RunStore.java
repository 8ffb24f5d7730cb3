package org.foyal.equality.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The nights of the index, in `equality.index_run`, to which lines are only added.
@Repository
class RunStore {
  private final JdbcClient sql;

  RunStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Whether it is new: the same day, method and numbers twice are one line.
  boolean add(Run run) {
    return sql.sql(
                """
                insert into equality.index_run (day, method, form, inputs, outputs, digest, made_at)
                values (:day, :method, :form, :inputs, :outputs, :digest, :at) on conflict do nothing
                """)
            .param("day", run.day())
            .param("method", run.method())
            .param("form", run.form())
            .param("inputs", run.inputs())
            .param("outputs", run.outputs())
            .param("digest", run.digest())
            .param("at", run.madeAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// Hands all to a reader, the oldest first.
  void each(Consumer<Run> reader) {
    List<Long> ids =
        sql.sql("select id from equality.index_run order by id").query(Long.class).list();
    ids.forEach(id -> find(id).ifPresent(reader));
  }

  private Optional<Run> find(long id) {
    return sql.sql("select * from equality.index_run where id = :id")
        .param("id", id)
        .query(RunStore::run)
        .optional();
  }

  private static Run run(ResultSet row, int number) throws SQLException {
    return new Run(
        row.getObject("day", LocalDate.class),
        row.getString("method"),
        row.getInt("form"),
        row.getString("inputs"),
        row.getString("outputs"),
        row.getString("digest"),
        row.getObject("made_at", OffsetDateTime.class).toInstant());
  }
}

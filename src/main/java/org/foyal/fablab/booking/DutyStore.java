package org.foyal.fablab.booking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.foyal.fablab.booking.Booking.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of who supervises when.
@Repository
class DutyStore {
  private final JdbcClient sql;

  DutyStore(JdbcClient sql) {
    this.sql = sql;
  }

  void add(UUID form, UUID account, Span span, boolean example) {
    sql.sql(
            """
            insert into fablab.duty (id, account, during, example)
            values (:id, :account, tstzrange(:from, :until), :example) on conflict (id) do nothing
            """)
        .param("id", form)
        .param("account", account)
        .param("from", at(span.from()))
        .param("until", at(span.until()))
        .param("example", example)
        .update();
  }

  List<Duty> list(Span span) {
    return sql.sql(
            """
            select id, account, lower(during) as starts, upper(during) as ends, example from fablab.duty
            where during && tstzrange(:from, :until) order by starts, id
            """)
        .param("from", at(span.from()))
        .param("until", at(span.until()))
        .query((row, _) ->
            new Duty(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                new Span(
                    row.getObject("starts", OffsetDateTime.class).toInstant(),
                    row.getObject("ends", OffsetDateTime.class).toInstant()),
                row.getBoolean("example")))
        .list();
  }

  /// Takes a duty out unless somebody is supervised meanwhile; how many are.
  int remove(UUID duty) {
    sql.sql("select pg_advisory_xact_lock(hashtext('fablab.duty'))").query().listOfRows();
    int needed =
        sql.sql(
                """
                select count(*) from fablab.booking b join fablab.duty d on d.id = :id and d.during && b.during
                where b.supervised and b.state in ('OFFERED', 'CONFIRMED', 'PRESENT', 'LATE')
                """)
            .param("id", duty)
            .query(Integer.class)
            .single();
    if (needed == 0) {
      sql.sql("delete from fablab.duty where id = :id").param("id", duty).update();
    }
    return needed;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}

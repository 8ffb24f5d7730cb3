package org.foyal.people.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.foyal.people.trail.AuditTrail.Search;
import org.foyal.shell.guard.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about the audit trail, in `people.act`.
@Repository
class TrailStore {
  private static final String MATCHING =
      """
      select id, at, who, name, sender, what, about from people.act
      where id < :before
        and (:what = '' or what = :what)
        and (cast(:from as timestamptz) is null or at >= :from)
        and (cast(:until as timestamptz) is null or at < :until)
        and (:text = '' or name ilike :like or sender ilike :like or about ilike :like)
      order by id desc
      """;

  private final JdbcClient sql;

  TrailStore(JdbcClient sql) {
    this.sql = sql;
  }

  void append(Instant at, Act act) {
    sql.sql(
            """
            insert into people.act (at, who, name, sender, what, about)
            values (:at, :who, :name, :sender, :what, :about)
            """)
        .param("at", Timestamp.from(at))
        .param("who", act.who(), java.sql.Types.OTHER)
        .param("name", act.name())
        .param("sender", act.from())
        .param("what", act.what())
        .param("about", act.about())
        .update();
  }

  List<Recorded> find(Search search, long before, ZoneId zone, int most) {
    return matching(MATCHING + " limit " + most, search, before, zone)
        .query(TrailStore::row)
        .list();
  }

  void each(Search search, ZoneId zone, Consumer<Recorded> reader) {
    try (var rows =
        matching(MATCHING, search, Long.MAX_VALUE, zone)
            .withFetchSize(1000)
            .query(TrailStore::row)
            .stream()) {
      rows.forEach(reader);
    }
  }

  private JdbcClient.StatementSpec matching(
      String statement, Search search, long before, ZoneId zone) {
    var to = search.to();
    return sql.sql(statement)
        .param("before", before)
        .param("what", search.what())
        .param("from", midnight(search.from(), zone), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param(
            "until",
            midnight(to == null ? null : to.plusDays(1), zone),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("text", search.text())
        .param("like", "%" + search.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
  }

  private static java.time.@Nullable OffsetDateTime midnight(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
  }

  List<String> kinds() {
    return sql.sql("select distinct what from people.act order by what").query(String.class).list();
  }

  int forgetBefore(Instant old) {
    return sql.sql("delete from people.act where at < :old")
        .param("old", Timestamp.from(old))
        .update();
  }

  private static Recorded row(ResultSet row, int number) throws SQLException {
    return new Recorded(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        new Act(
            row.getObject("who", UUID.class),
            row.getString("name"),
            row.getString("sender"),
            row.getString("what"),
            row.getString("about")));
  }
}

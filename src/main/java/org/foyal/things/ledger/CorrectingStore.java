package org.foyal.things.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.foyal.things.ledger.Incoming.Extras;
import org.foyal.things.ledger.Incoming.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rows of observations that are changed or go, one by one or with what they hang on.
@Repository
class CorrectingStore {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient sql;

  CorrectingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// An observation that stands; held until the transaction ends.
  Optional<Incoming> take(long id) {
    return sql.sql("select * from things.observation where id = :id for update")
        .param("id", id)
        .query((row, _) -> incoming(row))
        .optional();
  }

  private static Incoming incoming(ResultSet row) throws SQLException {
    double number = row.getDouble("number");
    Result result =
        row.wasNull()
            ? new Result.Other(JSON.readTree(row.getString("other")))
            : new Result.Numeric(number);
    long feature = row.getLong("feature");
    var about = row.wasNull() ? null : feature;
    var valid = moment(row, "valid_from");
    return new Incoming(
        row.getLong("datastream"),
        new Span(
            row.getObject("phenomenon_from", OffsetDateTime.class).toInstant(),
            moment(row, "phenomenon_until")),
        result,
        moment(row, "result_time"),
        about,
        new Extras(
            json(row, "quality"),
            valid == null ? null : new Span(valid, moment(row, "valid_until")),
            json(row, "parameters")));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }

  private static @Nullable JsonNode json(ResultSet row, String column) throws SQLException {
    var found = row.getString(column);
    return found == null ? null : JSON.readTree(found);
  }

  boolean remove(long id) {
    return sql.sql("delete from things.observation where id = :id").param("id", id).update() > 0;
  }

  void removeOf(Collection<Long> datastreams) {
    sql.sql("delete from things.observation where datastream = any(:datastreams)")
        .param("datastreams", datastreams.toArray(Long[]::new))
        .update();
  }

  /// The datastreams that have observations about a feature.
  List<Long> datastreamsAbout(long feature) {
    return sql.sql("select distinct datastream from things.observation where feature = :feature")
        .param("feature", feature)
        .query(Long.class)
        .list();
  }

  void removeAbout(long feature) {
    sql.sql(
            """
            with gone as (delete from things.observation where feature = :feature returning datastream)
            update things.datastream d set observations = d.observations - n.rows
            from (select datastream, count(*) as rows from gone group by datastream) n
            where d.id = n.datastream
            """)
        .param("feature", feature)
        .update();
  }

  void countDown(long datastream) {
    sql.sql("update things.datastream set observations = observations - 1 where id = :id")
        .param("id", datastream)
        .update();
  }

  /// Whether a span lies at an end of what its datastream has: only then the ends move when it
  /// goes.
  boolean isAtAnEnd(Incoming what) {
    var result = what.resultTime();
    return sql.sql(
            """
            select phenomenon_from >= :from or phenomenon_until <= :until
              or result_from >= :result or result_until <= :result
            from things.datastream where id = :id
            """)
        .param("id", what.datastream())
        .param("from", what.phenomenon().from().atOffset(ZoneOffset.UTC))
        .param("until", what.phenomenon().end().atOffset(ZoneOffset.UTC))
        .param(
            "result",
            result == null ? null : result.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .query((row, _) -> row.getBoolean(1))
        .optional()
        .orElse(false);
  }

  /// Works the ends of datastreams out anew.
  void measure(Collection<Long> datastreams) {
    sql.sql(
            """
            update things.datastream d set phenomenon_from = s.pf, phenomenon_until = s.pu,
              result_from = s.rf, result_until = s.ru
            from unnest(:ids) as n (id) cross join lateral (
              select min(o.phenomenon_from) as pf,
                max(coalesce(o.phenomenon_until, o.phenomenon_from)) as pu,
                min(o.result_time) as rf, max(o.result_time) as ru
              from things.observation o where o.datastream = n.id) s
            where d.id = n.id
            """)
        .param("ids", datastreams.toArray(Long[]::new))
        .update();
  }
}

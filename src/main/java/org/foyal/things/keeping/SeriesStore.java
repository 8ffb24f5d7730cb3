package org.foyal.things.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what charts show, and what of it is still to be worked out.
@Repository
class SeriesStore {
  /// Written as a list, what was noted needs no index: it is gathered every minute.
  private static final String PENDING =
      """
      select n.hour from things.touched cross join lateral unnest(datastreams, hours) as n (datastream, hour)
      where :datastream = any(datastreams) and n.datastream = :datastream
      union
      select hour from things.stale_hour where datastream = :datastream
      """;

  private final JdbcClient sql;

  SeriesStore(JdbcClient sql) {
    this.sql = sql;
  }

  private JdbcClient.StatementSpec of(Period asked, String statement) {
    return sql.sql(statement)
        .param("datastream", asked.datastream())
        .param("since", RollupStore.time(asked.since()))
        .param("until", RollupStore.time(asked.until()));
  }

  /// A datastream from a moment until before another.
  record Period(long datastream, Instant since, Instant until) {}

  boolean has(long datastream) {
    return sql.sql("select exists (select 1 from things.datastream where id = :id)")
        .param("id", datastream)
        .query(Boolean.class)
        .single();
  }

  /// Whether single readings of some of it are out of reach.
  boolean isArchived(Period asked) {
    return of(
            asked,
            """
            select exists (select 1 from things.rollup_archived
              where datastream = :datastream and hour >= :since and hour < :until)
            """)
        .query(Boolean.class)
        .single();
  }

  List<Point> readings(Period asked, int most) {
    return of(
            asked,
            """
            select phenomenon_from, coalesce(phenomenon_until, phenomenon_from) as phenomenon_until, number
            from things.observation
            where datastream = :datastream and number is not null
              and phenomenon_from >= :since and phenomenon_from < :until
            order by phenomenon_from, id limit :most
            """)
        .param("most", most)
        .query((row, _) -> {
          double number = row.getDouble("number");
          return new Point(
              RollupStore.instant(row, "phenomenon_from"),
              RollupStore.instant(row, "phenomenon_until"),
              1,
              number,
              number,
              number);
        })
        .list();
  }

  /// Hours that are to be worked out.
  List<RollupStore.Hour> pendingHours(Period asked) {
    return of(
            asked,
            "select hour from (%s) p where hour >= :since and hour < :until".formatted(PENDING))
        .query(
            (row, _) -> new RollupStore.Hour(asked.datastream(), RollupStore.instant(row, "hour")))
        .list();
  }

  List<Instant> allPendingHours(long datastream) {
    return sql.sql(PENDING)
        .param("datastream", datastream)
        .query((row, _) -> RollupStore.instant(row, "hour"))
        .list();
  }

  List<LocalDate> pendingDays(long datastream) {
    return sql.sql("select day from things.stale_day where datastream = :datastream")
        .param("datastream", datastream)
        .query(LocalDate.class)
        .list();
  }

  List<Rolled> hours(Period asked, int most) {
    return of(
            asked,
            """
            select * from things.rollup_hour
            where datastream = :datastream and hour >= :since and hour < :until order by hour limit :most
            """)
        .param("most", most)
        .query((row, _) -> RollupStore.rolled(row, RollupStore.instant(row, "hour")))
        .list();
  }

  /// Days from one until before another.
  List<Rolled> days(long datastream, LocalDate since, LocalDate until, ZoneId zone, int most) {
    return sql.sql(
            """
            select * from things.rollup_day
            where datastream = :datastream and day >= :since and day < :until order by day limit :most
            """)
        .param("datastream", datastream)
        .param("since", since)
        .param("until", until)
        .param("most", most)
        .query((row, _) -> RollupStore.rolled(row, RollupStore.day(row, zone)))
        .list();
  }
}

package org.foyal.things.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What hours and days come to, and which of them are still to be worked out.
@Repository
class RollupStore {
  /// What several parts come to together.
  private static final String TOGETHER =
      """
      select sum(readings)::bigint as readings, sum(sum) as sum,
        min(minimum) as minimum, max(maximum) as maximum,
        (array_agg(first order by first_at))[1] as first, min(first_at) as first_at,
        (array_agg(last order by last_at desc))[1] as last, max(last_at) as last_at
      from (
      """;

  /// A sum of numbers as they are written is exact, never overflows and knows no order.
  private static final String RAW =
      """
      select count(*) as readings, sum(number::text::numeric) as sum,
        min(number) as minimum, max(number) as maximum,
        (array_agg(number order by phenomenon_from, id))[1] as first, min(phenomenon_from) as first_at,
        (array_agg(number order by phenomenon_from desc, id desc))[1] as last, max(phenomenon_from) as last_at
      from things.observation o
      where o.datastream = a.datastream and o.number is not null
        and o.phenomenon_from >= a.%s and o.phenomenon_from < a.%s
      having count(*) > 0
      """;

  private static final String KEPT =
      """
      select readings, sum, minimum, maximum, first, first_at, last, last_at
      from things.%s r where r.datastream = a.datastream and r.hour >= a.%s and r.hour < a.%s
      """;

  private static final String HOURS =
      """
      (select datastream, to_timestamp(hour) as hour, to_timestamp(hour + 3600) as until
       from unnest(:datastreams::bigint[], :hours::bigint[]) as n (datastream, hour)) a
      """;

  private static final String DAYS =
      """
      (select datastream, date '1970-01-01' + day::int as day, to_timestamp(since) as since, to_timestamp(until) as until,
         to_timestamp(whole_since) as whole_since, to_timestamp(whole_until) as whole_until
       from unnest(:datastreams::bigint[], :days::bigint[], :since::bigint[], :until::bigint[],
         :wholeSince::bigint[], :wholeUntil::bigint[])
         as n (datastream, day, since, until, whole_since, whole_until)) a
      """;

  private static final String WORK_OUT_HOURS =
      workOut("hour", HOURS, RAW.formatted("hour", "until"), archived("hour", "until"));

  /// Of hours that are worked out.
  private static final String ADD_UP_DAYS =
      workOut(
          "day",
          DAYS,
          KEPT.formatted("rollup_hour", "whole_since", "whole_until"),
          RAW.formatted("since", "whole_since"),
          RAW.formatted("whole_until", "until"));

  /// Of observations, for who can't wait for the hours.
  private static final String WORK_OUT_DAYS =
      workOut("day", DAYS, RAW.formatted("since", "until"), archived("whole_since", "whole_until"));

  private final JdbcClient sql;

  RollupStore(JdbcClient sql) {
    this.sql = sql;
  }

  private static String archived(String since, String until) {
    return KEPT.formatted("rollup_archived", since, until);
  }

  private static String workOut(String key, String asked, String... parts) {
    return "select a.datastream, a.%s, p.* from %s cross join lateral (%s %s) part having count(*) > 0) p"
        .formatted(key, asked, TOGETHER, String.join(" union all ", parts));
  }

  /// An hour of a datastream.
  record Hour(long datastream, Instant begins) {}

  /// Whether nobody else works; until the transaction ends nobody else will.
  boolean alone() {
    return sql.sql("select pg_try_advisory_xact_lock(hashtext('things.rollups'))")
        .query(Boolean.class)
        .single();
  }

  /// Takes what was noted, some rows at once; how many.
  int gather(int rows) {
    return sql.sql(
            """
            with taken as (
              delete from things.touched where ctid = any(array(select ctid from things.touched limit :rows))
              returning datastreams, hours),
            hours as (
              insert into things.stale_hour
              select distinct n.datastream, n.hour
              from taken cross join lateral unnest(datastreams, hours) as n (datastream, hour)
              on conflict do nothing)
            select count(*) from taken
            """)
        .param("rows", rows)
        .query(Integer.class)
        .single();
  }

  /// Takes hours that are to be worked out; what comes in meanwhile is noted anew.
  List<Hour> takeHours(int most) {
    return sql.sql(
            """
            delete from things.stale_hour where ctid = any(array(select ctid from things.stale_hour limit :most))
            returning datastream, hour
            """)
        .param("most", most)
        .query((row, _) -> new Hour(row.getLong(1), instant(row, "hour")))
        .list();
  }

  void saveHours(List<Hour> hours) {
    ofHours(
            """
            delete from things.rollup_hour r using %s
            where r.datastream = a.datastream and r.hour = a.hour
            """
                .formatted(HOURS),
            hours)
        .update();
    ofHours(
            """
            insert into things.rollup_hour
            select w.* from (%s) w where exists (select 1 from things.datastream d where d.id = w.datastream)
            """
                .formatted(WORK_OUT_HOURS),
            hours)
        .update();
  }

  /// What hours come to as of now, worked out of observations.
  List<Rolled> workOutHours(List<Hour> hours) {
    return ofHours(WORK_OUT_HOURS, hours)
        .query((row, _) -> rolled(row, instant(row, "hour")))
        .list();
  }

  private JdbcClient.StatementSpec ofHours(String statement, List<Hour> hours) {
    return sql.sql(statement)
        .param("datastreams", hours.stream().map(Hour::datastream).toArray(Long[]::new))
        .param("hours", times(hours, Hour::begins));
  }

  void addDays(List<Hour> hours, ZoneId zone) {
    var datastreams = new ArrayList<Long>();
    var days = new ArrayList<Long>();
    hours.forEach(hour ->
        Stretch.daysOf(hour.begins(), zone)
            .forEach(day -> {
              datastreams.add(hour.datastream());
              days.add(day.toEpochDay());
            }));
    sql.sql(
            """
            insert into things.stale_day
            select distinct datastream, date '1970-01-01' + day::int
            from unnest(:datastreams::bigint[], :days::bigint[]) as n (datastream, day)
            on conflict do nothing
            """)
        .param("datastreams", datastreams.toArray(Long[]::new))
        .param("days", days.toArray(Long[]::new))
        .update();
  }

  List<Stretch> takeDays(int most, ZoneId zone) {
    return sql.sql(
            """
            delete from things.stale_day where ctid = any(array(select ctid from things.stale_day limit :most))
            returning datastream, day
            """)
        .param("most", most)
        .query((row, _) -> Stretch.of(row.getLong(1), row.getObject(2, LocalDate.class), zone))
        .list();
  }

  void saveDays(List<Stretch> days) {
    ofDays(
            """
            delete from things.rollup_day r using %s
            where r.datastream = a.datastream and r.day = a.day
            """
                .formatted(DAYS),
            days)
        .update();
    ofDays(
            """
            insert into things.rollup_day
            select w.* from (%s) w where exists (select 1 from things.datastream d where d.id = w.datastream)
            """
                .formatted(ADD_UP_DAYS),
            days)
        .update();
  }

  List<Rolled> workOutDays(List<Stretch> days, ZoneId zone) {
    return ofDays(WORK_OUT_DAYS, days).query((row, _) -> rolled(row, day(row, zone))).list();
  }

  private JdbcClient.StatementSpec ofDays(String statement, List<Stretch> days) {
    return sql.sql(statement)
        .param("datastreams", days.stream().map(Stretch::datastream).toArray(Long[]::new))
        .param("days", days.stream().map(one -> one.day().toEpochDay()).toArray(Long[]::new))
        .param("since", times(days, Stretch::since))
        .param("until", times(days, Stretch::until))
        .param("wholeSince", times(days, Stretch::wholeSince))
        .param("wholeUntil", times(days, Stretch::wholeUntil));
  }

  /// Notes the zone of the city's days; where it was another, all days are to be worked out anew.
  void follow(ZoneId zone) {
    int changed =
        sql.sql(
                """
                insert into things.rollup_zone (zone) values (:zone)
                on conflict (one) do update set zone = excluded.zone where rollup_zone.zone <> excluded.zone
                """)
            .param("zone", zone.getId())
            .update();
    if (changed == 0) {
      return;
    }
    sql.sql("delete from things.rollup_day").update();
    sql.sql(
            """
            insert into things.stale_day
            select distinct datastream, (at at time zone :zone)::date
            from things.rollup_hour
            cross join lateral (values (hour), (hour + interval '1 hour' - interval '1 microsecond')) as h (at)
            on conflict do nothing
            """)
        .param("zone", zone.getId())
        .update();
  }

  /// Whole seconds since 1970: the driver writes no lists of moments.
  private static <T> Long[] times(List<T> some, Function<T, Instant> at) {
    return some.stream().map(at).map(Instant::getEpochSecond).toArray(Long[]::new);
  }

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Instant day(ResultSet row, ZoneId zone) throws SQLException {
    return row.getObject("day", LocalDate.class).atStartOfDay(zone).toInstant();
  }

  static Rolled rolled(ResultSet row, Instant begins) throws SQLException {
    return new Rolled(
        begins,
        row.getLong("readings"),
        row.getBigDecimal("sum"),
        row.getDouble("minimum"),
        row.getDouble("maximum"),
        row.getDouble("first"),
        instant(row, "first_at"),
        row.getDouble("last"),
        instant(row, "last_at"));
  }
}

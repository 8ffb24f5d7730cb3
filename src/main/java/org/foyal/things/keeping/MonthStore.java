package org.foyal.things.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of months below `things.observation`.
@Repository
class MonthStore {
  private static final Pattern MONTH = Pattern.compile("observation_(\\d{4})_(\\d{2})");

  private final JdbcClient sql;

  MonthStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Makes the table of a month; false: it was there.
  boolean make(YearMonth month) {
    hurry();
    return sql.sql("select things.make_month(:month)")
        .param("month", month.atDay(1))
        .query(Boolean.class)
        .single();
  }

  /// Months that have a table, the oldest first.
  List<YearMonth> list() {
    return sql
        .sql(
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'things.observation'::regclass order by 1
            """)
        .query(String.class)
        .list()
        .stream()
        .map(MONTH::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(name -> YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))))
        .toList();
  }

  /// Months of what lies in the default partition, from this century and no later than a moment: a
  /// clock that is wrong makes no tables.
  List<YearMonth> listOther(Instant until, int most) {
    return sql
        .sql(
            """
            select distinct date_trunc('month', phenomenon_from at time zone 'UTC')::date as month
            from things.observation_other
            where phenomenon_from >= '2000-01-01Z' and phenomenon_from < :until
            order by 1 limit :most
            """)
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(LocalDate.class)
        .list()
        .stream()
        .map(YearMonth::from)
        .toList();
  }

  /// A wait is shorter than the one after which PostgreSQL looks for a deadlock, so that it is
  /// never a writer who is sent away.
  private void hurry() {
    sql.sql("set local lock_timeout = '900ms'").update();
  }

  /// Counts what each datastream has in a month, until the transaction ends.
  void count(YearMonth month) {
    sql.sql(
            """
            create temporary table month_leaving on commit drop as
            select datastream, count(*) as n from things.%s group by datastream
            """
                .formatted(table(month)))
        .update();
  }

  /// Holds every writer off until the transaction ends: first the datastreams that were counted, in
  /// the order in which the intake holds them, then the table.
  void hold() {
    hurry();
    sql.sql(
            """
            select id from things.datastream where id in (select datastream from month_leaving)
            order by id for no key update
            """)
        .query(Long.class)
        .list();
    sql.sql("lock table things.observation in access exclusive mode").update();
  }

  private static String table(YearMonth month) {
    return "observation_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
  }

  /// Whether hours or days of a month are still to be worked out.
  boolean owes(YearMonth month) {
    return sql.sql(
            """
            select exists (select 1 from things.stale_hour where hour >= :since and hour < :until)
              or exists (select 1 from things.stale_day
                         where day >= (:since::timestamptz - interval '1 day')::date
                           and day <= (:until::timestamptz + interval '1 day')::date)
              or exists (select 1 from things.touched cross join lateral unnest(hours) as n (hour)
                         where n.hour >= :since and n.hour < :until)
            """)
        .param("since", RollupStore.time(begins(month)))
        .param("until", RollupStore.time(begins(month.plusMonths(1))))
        .query(Boolean.class)
        .single();
  }

  private static Instant begins(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// Keeps what the hours of a month came to, for what comes late.
  void archiveHours(YearMonth month) {
    sql.sql(
            """
            insert into things.rollup_archived
            select * from things.rollup_hour where hour >= :since and hour < :until
            on conflict (datastream, hour) do update set
              readings = excluded.readings, sum = excluded.sum,
              minimum = excluded.minimum, maximum = excluded.maximum,
              first = excluded.first, first_at = excluded.first_at,
              last = excluded.last, last_at = excluded.last_at
            """)
        .param("since", RollupStore.time(begins(month)))
        .param("until", RollupStore.time(begins(month.plusMonths(1))))
        .update();
  }

  /// Takes the table of a month away from the others and gives it a name of its own.
  ///
  /// @return that name, below the schema
  String detach(YearMonth month) {
    var table = table(month);
    var archive = archiveName(month);
    sql.sql("alter table things.observation detach partition things." + table).update();
    sql.sql("alter table things." + table + " rename to " + archive).update();
    return archive;
  }

  private String archiveName(YearMonth month) {
    var name = "archive_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    int last =
        sql.sql(
                """
                select coalesce(max(coalesce(substring(relname from :suffix)::int, 1)), 0) from pg_class
                where relnamespace = 'things'::regnamespace and relkind = 'r' and relname ~ :name
                """)
            .param("suffix", "^" + name + "_(\\d+)$")
            .param("name", "^" + name + "(_\\d+)?$")
            .query(Integer.class)
            .single();
    return last == 0 ? name : name + "_" + (last + 1);
  }

  /// Takes what was counted out of the counts of its datastreams.
  void countOut() {
    sql.sql(
            """
            update things.datastream d set
              observations = greatest(d.observations - gone.n, 0),
              phenomenon_from = left_over.since,
              phenomenon_until = case when left_over.since is not null then greatest(d.phenomenon_until, left_over.since) end,
              result_from = case when left_over.since is not null then d.result_from end,
              result_until = case when left_over.since is not null then d.result_until end
            from month_leaving gone
            left join lateral (
              select o.phenomenon_from as since from things.observation o
              where o.datastream = gone.datastream order by o.phenomenon_from limit 1) left_over on true
            where d.id = gone.datastream
            """)
        .update();
  }
}

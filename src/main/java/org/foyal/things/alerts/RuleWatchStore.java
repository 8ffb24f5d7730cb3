package org.foyal.things.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How far each rule has seen, in `things.alert_watch`, and the readings that it has not.
@Repository
class RuleWatchStore {
  private final JdbcClient sql;

  RuleWatchStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A rule that watches.
  ///
  /// @param heardAt when its datastream was heard, by our clock
  /// @param heardBefore when it had been heard when the rule looked last
  record Watching(
      Rule rule,
      Source source,
      Watch watch,
      Instant madeAt,
      Optional<Instant> heardAt,
      Optional<Instant> heardBefore) {}

  /// Begins after the newest reading that is there.
  void begin(Rule rule, Instant now) {
    sql.sql(
            """
            insert into things.alert_watch (rule, phase, newest, run, run_since, run_value)
            select :rule, 'QUIET', newest, 0, newest, 0
            from (select coalesce(
              (select phenomenon_from from things.observation
               where datastream = :datastream and phenomenon_from <= :now
               order by phenomenon_from desc limit 1), 'epoch') as newest) n
            on conflict do nothing
            """)
        .param("rule", rule.id())
        .param("datastream", rule.datastream())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// One, held until the transaction ends.
  Optional<Watching> take(UUID rule) {
    return sql.sql(
            """
            select %s, %s, r.made_at, d.heard_at, w.heard_at as heard_before, w.phase, w.newest, w.run, w.run_since, w.run_value
            from %s join things.alert_watch w on w.rule = r.id
            where r.id = :rule and r.removed_at is null for update of w
            """
                .formatted(RuleStore.RULE, RuleStore.SOURCE, RuleStore.FROM))
        .param("rule", rule)
        .query((row, _) ->
            new Watching(
                RuleStore.rule(row),
                RuleStore.source(row),
                watch(row),
                instant(row, "made_at"),
                Optional.ofNullable(found(row, "heard_at")),
                Optional.ofNullable(found(row, "heard_before"))))
        .optional();
  }

  /// Readings after a moment, the earliest first; what is of a time to come is none yet.
  List<Watch.Reading> readings(long datastream, Instant after, Instant until, int most) {
    return sql.sql(
            """
            select phenomenon_from, number from things.observation
            where datastream = :datastream and number is not null
              and phenomenon_from > :after and phenomenon_from <= :until
            order by phenomenon_from, id limit :most
            """)
        .param("datastream", datastream)
        .param("after", after.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(
            (row, _) -> new Watch.Reading(instant(row, "phenomenon_from"), row.getDouble("number")))
        .list();
  }

  void save(UUID rule, Watch watch, Optional<Instant> heardAt) {
    sql.sql(
            """
            update things.alert_watch set phase = :phase, newest = :newest, run = :run, run_since = :since,
              run_value = :value, heard_at = :heardAt
            where rule = :rule
            """)
        .param("rule", rule)
        .param("phase", watch.phase().name())
        .param("newest", watch.newest().atOffset(ZoneOffset.UTC))
        .param("run", watch.run())
        .param("since", watch.since().atOffset(ZoneOffset.UTC))
        .param("value", watch.value())
        .param("heardAt", heardAt.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .update();
  }

  /// A rule that sees nothing wrong counts anew: its numbers are others now.
  void countAnew(UUID rule) {
    sql.sql("update things.alert_watch set run = 0 where rule = :rule and phase = 'QUIET'")
        .param("rule", rule)
        .update();
  }

  List<UUID> rulesOf(Collection<Long> datastreams) {
    return sql.sql(
            """
            select id from things.alert_rule
            where removed_at is null and datastream = any(:datastreams::bigint[]) order by datastream, id
            """)
        .param("datastreams", datastreams.toArray(Long[]::new))
        .query(UUID.class)
        .list();
  }

  /// Notes that somebody listens; after a break, it is since now.
  void listen(Instant now, Duration longestBreak) {
    sql.sql(
            """
            insert into things.alert_listening as l (since, last_at) values (:now, :now)
            on conflict (one) do update set last_at = greatest(l.last_at, excluded.last_at),
              since = case when l.last_at + :break * interval '1 second' < excluded.last_at
                then excluded.since else l.since end
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("break", longestBreak.toSeconds())
        .update();
  }

  /// Since when somebody listens; none: nobody has said so yet.
  Optional<Instant> listeningSince() {
    return sql.sql("select since from things.alert_listening")
        .query((row, _) -> instant(row, "since"))
        .optional();
  }

  /// Rules for which something may have happened that nobody told: a pause is over, a datastream
  /// was heard, or was not for too long.
  List<UUID> rulesToLookAt(Instant now, int most) {
    return sql.sql(
            """
            select r.id from things.alert_rule r
            join things.alert_watch w on w.rule = r.id
            join things.datastream d on d.id = r.datastream
            where r.removed_at is null
              and (w.phase in ('HELD', 'CLEARED') or d.heard_at is distinct from w.heard_at
                or (r.kind = 'ABSENCE' and w.phase = 'QUIET'
                  and greatest(coalesce(d.heard_at, r.made_at), (select since from things.alert_listening))
                    + r.minutes * interval '1 minute' <= :now))
            order by w.phase, r.id limit :most
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  private static Watch watch(ResultSet row) throws SQLException {
    return new Watch(
        Watch.Phase.valueOf(row.getString("phase")),
        instant(row, "newest"),
        row.getInt("run"),
        instant(row, "run_since"),
        row.getDouble("run_value"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant found(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

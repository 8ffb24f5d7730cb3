package org.foyal.things.alerts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Maintenance, in `things.alert_pause`.
@Repository
class PauseStore {
  private final JdbcClient sql;

  PauseStore(JdbcClient sql) {
    this.sql = sql;
  }

  boolean isPaused(UUID rule, long thing, Instant now) {
    return sql.sql(
            """
            select exists (select 1 from things.alert_pause
              where (rule = :rule or thing = :thing) and since <= :now and until > :now)
            """)
        .param("rule", rule)
        .param("thing", thing)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /// False: the same form has made it before.
  boolean add(Pause made, @Nullable UUID by) {
    return sql.sql(
                """
                insert into things.alert_pause (id, rule, thing, since, until, made_by)
                values (:id, :rule, :thing, :since, :until, :by) on conflict do nothing
                """)
            .param("id", made.id())
            .param("rule", made.rule().orElse(null))
            .param("thing", made.thing().orElse(null))
            .param("since", made.since().atOffset(ZoneOffset.UTC))
            .param("until", made.until().atOffset(ZoneOffset.UTC))
            .param("by", by)
            .update()
        == 1;
  }

  boolean remove(UUID id) {
    return sql.sql("delete from things.alert_pause where id = :id").param("id", id).update() == 1;
  }

  /// Those that are not over.
  List<Pause> list(Instant now) {
    return sql.sql(
            """
            select p.id, p.rule, p.thing, coalesce(r.name, t.name) as name, p.since, p.until
            from things.alert_pause p
            left join things.alert_rule r on r.id = p.rule
            left join things.thing t on t.id = p.thing
            where p.until > :now and r.removed_at is null order by p.since, p.id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Pause(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("rule", UUID.class)),
                Optional.ofNullable(row.getObject("thing", Long.class)),
                row.getString("name"),
                RuleWatchStore.instant(row, "since"),
                RuleWatchStore.instant(row, "until")))
        .list();
  }

  int forget(Instant overBefore) {
    return sql.sql("delete from things.alert_pause where until < :before")
        .param("before", overBefore.atOffset(ZoneOffset.UTC))
        .update();
  }
}

package org.foyal.things.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was opened, in `things.alert`.
@Repository
class OpenAlertStore {
  private static final String SELECT =
      """
      select x.id as alert_id, x.since, x.value, x.opened_at, x.acknowledged_at, x.acknowledged_by, x.note,
        x.closed_at, x.closed_by, x.case_reference, %s, %s
      from %s join things.alert x on x.rule = r.id
      """
          .formatted(RuleStore.RULE, RuleStore.SOURCE, RuleStore.FROM);

  private final JdbcClient sql;

  OpenAlertStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Opens one; empty where the rule has one open.
  Optional<Long> open(UUID rule, Instant since, Optional<Double> value, Instant at) {
    return sql.sql(
            """
            insert into things.alert (rule, since, value, opened_at) values (:rule, :since, :value, :at)
            on conflict (rule) where closed_at is null do nothing returning id
            """)
        .param("rule", rule)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("value", value.orElse(null))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  /// Closes the one that is open.
  ///
  /// @param by who, by hand; none: by itself
  Optional<Long> close(UUID rule, @Nullable UUID by, Instant at) {
    return sql.sql(
            """
            update things.alert set closed_at = greatest(:at, opened_at), closed_by = :by
            where rule = :rule and closed_at is null returning id
            """)
        .param("rule", rule)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  /// False: it is closed, or acknowledged already.
  boolean acknowledge(long id, UUID by, String note, Instant at) {
    return sql.sql(
                """
                update things.alert set acknowledged_at = :at, acknowledged_by = :by, note = nullif(:note, '')
                where id = :id and acknowledged_at is null and closed_at is null
                """)
            .param("id", id)
            .param("by", by)
            .param("note", note)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Alert> find(long id) {
    return sql.sql(SELECT + " where x.id = :id")
        .param("id", id)
        .query(OpenAlertStore::alert)
        .optional();
  }

  List<Alert> listOpen() {
    return sql.sql(SELECT + " where x.closed_at is null order by x.opened_at desc, x.id desc")
        .query(OpenAlertStore::alert)
        .list();
  }

  List<Alert> listClosed(int most) {
    return sql.sql(
            SELECT
                + " where x.closed_at is not null order by x.closed_at desc, x.id desc limit :most")
        .param("most", most)
        .query(OpenAlertStore::alert)
        .list();
  }

  /// Those that shall be a case and are none yet.
  List<Alert> listWithoutCase(int most) {
    return sql.sql(
            SELECT
                + " where r.opens_case and x.case_reference is null and x.closed_at is null"
                + " order by x.id limit :most")
        .param("most", most)
        .query(OpenAlertStore::alert)
        .list();
  }

  /// Closed ones whose case does not say so yet.
  List<Alert> listToNote(int most) {
    return sql.sql(
            SELECT
                + " where x.case_reference is not null and x.closed_at is not null and not x.case_noted"
                + " order by x.id limit :most")
        .param("most", most)
        .query(OpenAlertStore::alert)
        .list();
  }

  void tie(long id, Reference reference) {
    sql.sql("update things.alert set case_reference = :reference where id = :id")
        .param("id", id)
        .param("reference", reference.toString())
        .update();
  }

  void noted(long id) {
    sql.sql("update things.alert set case_noted = true where id = :id").param("id", id).update();
  }

  int forget(Instant closedBefore) {
    return sql.sql("delete from things.alert where closed_at < :before")
        .param("before", closedBefore.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Alert alert(ResultSet row, int number) throws SQLException {
    var rule = RuleStore.rule(row);
    var value = row.getObject("value", Double.class);
    var acknowledgedAt = RuleWatchStore.found(row, "acknowledged_at");
    var note = row.getString("note");
    return new Alert(
        row.getLong("alert_id"),
        rule.id(),
        rule.name(),
        rule.condition(),
        RuleStore.source(row),
        RuleWatchStore.instant(row, "since"),
        Optional.ofNullable(value),
        RuleWatchStore.instant(row, "opened_at"),
        acknowledgedAt == null
            ? Optional.empty()
            : Optional.of(
                new Alert.Acknowledged(
                    acknowledgedAt,
                    row.getObject("acknowledged_by", UUID.class),
                    note == null ? "" : note)),
        Optional.ofNullable(RuleWatchStore.found(row, "closed_at")),
        row.getObject("closed_by") != null,
        rule.opensCase(),
        rule.department(),
        Optional.ofNullable(row.getString("case_reference")).flatMap(Reference::read));
  }
}

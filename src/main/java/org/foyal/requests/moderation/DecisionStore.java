package org.foyal.requests.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.requests.Report.Shown;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Decisions and appeals, in `requests.decision` and `appeal`.
@Repository
class DecisionStore {
  private final JdbcClient sql;

  DecisionStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Holds a report until the transaction ends.
  void lock(long caseId) {
    sql.sql("select case_id from requests.report where case_id = :case for update")
        .param("case", caseId)
        .query(Long.class)
        .single();
  }

  Optional<Appeal> openAppeal(long caseId) {
    return sql.sql(
            "select id, words, at from requests.appeal where case_id = :case and decided_at is null")
        .param("case", caseId)
        .query(
            (row, _) -> new Appeal(row.getLong("id"), row.getString("words"), instant(row, "at")))
        .optional();
  }

  /// Whose the last decision is that kept a report back; nobody where none did, or the console.
  Optional<UUID> keptBackBy(long caseId) {
    return sql.sql(
            """
            select account from requests.decision
            where case_id = :case and shown = 'HIDDEN' order by id desc limit 1
            """)
        .param("case", caseId)
        .query((row, _) -> Optional.ofNullable(row.getObject("account", UUID.class)))
        .optional()
        .flatMap(account -> account);
  }

  void decide(long caseId, Shown shown, Optional<String> rule, Optional<Appeal> appeal, By by) {
    sql.sql(
            """
            insert into requests.decision (case_id, shown, rule, at, account, appeal)
            values (:case, :shown, :rule, :at, :account, :appeal)
            """)
        .param("case", caseId)
        .param("shown", shown.name())
        .param("rule", rule.orElse(null), Types.VARCHAR)
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("account", by.account())
        .param("appeal", appeal.map(Appeal::id).orElse(null), Types.BIGINT)
        .update();
    sql.sql(
            """
            update requests.report set shown = :shown, rule = :rule, moderated_at = :at
            where case_id = :case
            """)
        .param("shown", shown.name())
        .param("rule", rule.orElse(null), Types.VARCHAR)
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("case", caseId)
        .update();
    appeal.ifPresent(one ->
        sql.sql("update requests.appeal set decided_at = :at where id = :id")
            .param("at", by.at().atOffset(ZoneOffset.UTC))
            .param("id", one.id())
            .update());
  }

  /// Who decides, and when.
  record By(@Nullable UUID account, Instant at) {}

  /// Enters an appeal; false where one is open or the same form has come before.
  boolean appeal(long caseId, UUID form, String words, Instant at) {
    return sql.sql(
                """
                insert into requests.appeal (case_id, form, words, at)
                values (:case, :form, :words, :at) on conflict do nothing
                """)
            .param("case", caseId)
            .param("form", form)
            .param("words", words)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean knows(UUID form) {
    return sql.sql("select exists (select from requests.appeal where form = :form)")
        .param("form", form)
        .query(Boolean.class)
        .single();
  }

  /// What was kept back and what was decided about appeals, the newest first.
  List<Decision> list(long below, int limit) {
    return sql.sql(
            """
            select d.id, r.reference, c.title, d.shown, d.rule, d.at, r.filed_at, a.at as on_appeal,
              (select o.at from requests.appeal o
               where o.case_id = d.case_id and o.decided_at is null and o.at >= d.at
                 and not exists (
                   select from requests.decision l where l.case_id = d.case_id and l.id > d.id))
                as appealed_at
            from requests.decision d
            join requests.report r on r.case_id = d.case_id
            join requests.category c on c.code = r.category
            left join requests.appeal a on a.id = d.appeal
            where d.id < :below and (d.shown = 'HIDDEN' or d.appeal is not null)
            order by d.id desc limit :limit
            """)
        .param("below", below)
        .param("limit", limit)
        .query(DecisionStore::row)
        .list();
  }

  /// How often something was kept back, appealed against, and shown after all.
  Moderation.Tally count() {
    return sql.sql(
            """
            select (select count(*) from requests.decision where shown = 'HIDDEN' and appeal is null)
                as kept,
              (select count(*) from requests.appeal) as appealed,
              (select count(*) from requests.decision where shown = 'SHOWN' and appeal is not null)
                as shown
            """)
        .query((row, _) ->
            new Moderation.Tally(row.getInt("kept"), row.getInt("appealed"), row.getInt("shown")))
        .single();
  }

  /// The references of reports that wait to be read, appeals first, the oldest first.
  List<Reference> waiting(int limit) {
    return sql.sql(
            """
            (select r.reference, 0 as turn, a.id as place from requests.appeal a
             join requests.report r on r.case_id = a.case_id where a.decided_at is null
             order by a.id limit :limit)
            union all
            (select r.reference, 1, r.case_id from requests.report r where r.shown = 'WAITING'
             order by r.case_id limit :limit)
            order by turn, place limit :limit
            """)
        .param("limit", limit)
        .query((row, _) -> new Reference(row.getString("reference")))
        .list();
  }

  private static Decision row(ResultSet row, int number) throws SQLException {
    return new Decision(
        row.getLong("id"),
        new Reference(row.getString("reference")),
        Told.ofJson(row.getString("title")),
        Shown.valueOf(row.getString("shown")),
        Optional.ofNullable(row.getString("rule")),
        instant(row, "at"),
        instant(row, "filed_at"),
        Optional.ofNullable(row.getObject("on_appeal", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getObject("appealed_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}

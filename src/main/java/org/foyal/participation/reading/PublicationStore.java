package org.foyal.participation.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.participation.Question.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Decisions and appeals, in `participation.decision` and `appeal`.
@Repository
class PublicationStore {
  private final JdbcClient sql;

  PublicationStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Objection> openAppeal(long caseId) {
    return sql.sql(
            """
            select id, words, at from participation.appeal
            where case_id = :case and decided_at is null
            """)
        .param("case", caseId)
        .query((row, _) ->
            new Objection(row.getLong("id"), row.getString("words"), instant(row, "at")))
        .optional();
  }

  /// Whose the last decision is that kept a question back; nobody where none did.
  Optional<UUID> keptBackBy(long caseId) {
    return sql.sql(
            """
            select account from participation.decision
            where case_id = :case and shown = 'HIDDEN' order by id desc limit 1
            """)
        .param("case", caseId)
        .query((row, _) -> Optional.ofNullable(row.getObject("account", UUID.class)))
        .optional()
        .flatMap(account -> account);
  }

  /// Who decides, and when.
  record By(@Nullable UUID account, Instant at, LocalDate on) {}

  void decide(long caseId, Shown shown, Optional<String> rule, Optional<Objection> appeal, By by) {
    sql.sql(
            """
            insert into participation.decision (case_id, shown, rule, at, account, appeal)
            values (:case, :shown, :rule, :at, :account, :appeal)
            """)
        .param("case", caseId)
        .param("shown", shown.name())
        .param("rule", rule.orElse(null), Types.VARCHAR)
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("account", by.account(), Types.OTHER)
        .param("appeal", appeal.map(Objection::id).orElse(null), Types.BIGINT)
        .update();
    sql.sql(
            """
            update participation.question set shown = :shown, rule = :rule, moderated_at = :at,
              published_on = case when :shown = 'SHOWN' then coalesce(published_on, :on)
                else published_on end
            where case_id = :case
            """)
        .param("shown", shown.name())
        .param("rule", rule.orElse(null), Types.VARCHAR)
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("on", by.on())
        .param("case", caseId)
        .update();
    appeal.ifPresent(one ->
        sql.sql("update participation.appeal set decided_at = :at where id = :id")
            .param("at", by.at().atOffset(ZoneOffset.UTC))
            .param("id", one.id())
            .update());
  }

  /// Enters an appeal; false where one is open or the same form has come before.
  boolean appeal(long caseId, UUID form, String words, Instant at) {
    return sql.sql(
                """
                insert into participation.appeal (case_id, form, words, at)
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
    return sql.sql("select exists (select from participation.appeal where form = :form)")
        .param("form", form)
        .query(Boolean.class)
        .single();
  }

  /// What was kept back and what was decided about appeals, the newest first.
  List<Decided> list(long below, int limit) {
    return sql.sql(
            """
            select d.id, q.reference, q.mandate, d.shown, d.rule, d.at, q.asked_at, a.at as on_appeal,
              (select o.at from participation.appeal o
               where o.case_id = d.case_id and o.decided_at is null and o.at >= d.at
                 and not exists (
                   select from participation.decision l where l.case_id = d.case_id and l.id > d.id))
                as appealed_at
            from participation.decision d
            join participation.question q on q.case_id = d.case_id
            left join participation.appeal a on a.id = d.appeal
            where d.id < :below and (d.shown = 'HIDDEN' or d.appeal is not null)
            order by d.id desc limit :limit
            """)
        .param("below", below)
        .param("limit", limit)
        .query(PublicationStore::row)
        .list();
  }

  /// How often something was kept back, appealed against, and shown after all.
  Publication.Tally count() {
    return sql.sql(
            """
            select (select count(*) from participation.decision
                    where shown = 'HIDDEN' and appeal is null) as kept,
              (select count(*) from participation.appeal) as appealed,
              (select count(*) from participation.decision
               where shown = 'SHOWN' and appeal is not null) as shown
            """)
        .query((row, _) ->
            new Publication.Tally(row.getInt("kept"), row.getInt("appealed"), row.getInt("shown")))
        .single();
  }

  /// The references of questions that wait to be read, appeals first, the oldest first.
  List<Reference> waiting(int limit) {
    return sql.sql(
            """
            (select q.reference, 0 as turn, a.id as place from participation.appeal a
             join participation.question q on q.case_id = a.case_id where a.decided_at is null
             order by a.id limit :limit)
            union all
            (select q.reference, 1, q.case_id from participation.question q
             where q.shown = 'WAITING' order by q.case_id limit :limit)
            order by turn, place limit :limit
            """)
        .param("limit", limit)
        .query((row, _) -> new Reference(row.getString("reference")))
        .list();
  }

  private static Decided row(ResultSet row, int number) throws SQLException {
    return new Decided(
        row.getLong("id"),
        new Reference(row.getString("reference")),
        row.getString("mandate"),
        Shown.valueOf(row.getString("shown")),
        Optional.ofNullable(row.getString("rule")),
        instant(row, "at"),
        instant(row, "asked_at"),
        some(row, "on_appeal"),
        some(row, "appealed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<Instant> some(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}

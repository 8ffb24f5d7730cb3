package org.foyal.cases.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.ledger.Log.Tally;
import org.foyal.kernel.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Decisions and appeals, in `cases.decision` and `cases.appeal`.
@Repository
class LedgerStore {
  /// A case with those that go on with it.
  private static final String CHAIN =
      """
      with recursive chain (id) as (
        select cast(:case as bigint)
        union
        select c.id from cases.case_file c join chain on c.follows = chain.id)
      """;

  private final JdbcClient sql;

  LedgerStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Whoever only refers to the case, as a new line of its thread does, need not wait.
  void hold(long caseId) {
    sql.sql("select id from cases.case_file where id = :case for no key update")
        .param("case", caseId)
        .query(Long.class)
        .single();
  }

  Optional<Appeal> openAppeal(long caseId) {
    return sql.sql(
            "select id, words, at from cases.appeal where case_id = :case and decided_at is null")
        .param("case", caseId)
        .query(
            (row, _) -> new Appeal(row.getLong("id"), row.getString("words"), instant(row, "at")))
        .optional();
  }

  /// Whose the last decision is that kept a case back; nobody where none did, or the console.
  Optional<UUID> keptBackBy(long caseId) {
    return sql.sql(
            """
            select account from cases.decision
            where case_id = :case and shown = 'HIDDEN' order by id desc limit 1
            """)
        .param("case", caseId)
        .query((row, _) -> Optional.ofNullable(row.getObject("account", UUID.class)))
        .optional()
        .flatMap(account -> account);
  }

  /// Whether the last decision about a case says just this.
  boolean stands(long caseId, Optional<String> rule) {
    return sql.sql(
            """
            select shown = :shown and rule is not distinct from cast(:rule as text) as same
            from cases.decision where case_id = :case order by id desc limit 1
            """)
        .param("case", caseId)
        .param("shown", shown(rule))
        .param("rule", rule.orElse(null), Types.VARCHAR)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private static String shown(Optional<String> rule) {
    return rule.isPresent() ? "HIDDEN" : "SHOWN";
  }

  /// How many decisions and appeals stand there of a case.
  int countLines(long caseId) {
    return sql.sql(
            """
            select (select count(*) from cases.decision where case_id = :case)
              + (select count(*) from cases.appeal where case_id = :case)
            """)
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  void add(
      long caseId,
      Optional<String> rule,
      Optional<Appeal> appeal,
      @Nullable UUID account,
      Instant at) {
    sql.sql(
            """
            insert into cases.decision (case_id, shown, rule, at, account, appeal)
            values (:case, :shown, :rule, :at, :account, :appeal)
            """)
        .param("case", caseId)
        .param("shown", shown(rule))
        .param("rule", rule.orElse(null), Types.VARCHAR)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("account", account, Types.OTHER)
        .param("appeal", appeal.map(Appeal::id).orElse(null), Types.BIGINT)
        .update();
  }

  void close(Appeal appeal, Instant at) {
    sql.sql("update cases.appeal set decided_at = :at where id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", appeal.id())
        .update();
  }

  boolean appeal(long caseId, UUID form, String words, Instant at) {
    return sql.sql(
                """
                insert into cases.appeal (case_id, form, words, at)
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
    return sql.sql("select exists (select from cases.appeal where form = :form)")
        .param("form", form)
        .query(Boolean.class)
        .single();
  }

  List<Reference> openAppeals(String kind, int limit) {
    return sql.sql(
            """
            select c.reference from cases.appeal a join cases.case_file c on c.id = a.case_id
            where a.decided_at is null and c.kind = :kind order by a.id limit :limit
            """)
        .param("kind", kind)
        .param("limit", limit)
        .query((row, _) -> new Reference(row.getString("reference")))
        .list();
  }

  /// What was kept back and what was decided about appeals, the newest first.
  List<Decision> list(String kind, long below, int limit) {
    return sql.sql(
            """
            select d.id, d.case_id, c.reference, d.shown = 'SHOWN' as shown, d.rule, d.at,
              a.at as on_appeal,
              (select o.at from cases.appeal o
               where o.case_id = d.case_id and o.decided_at is null and o.at >= d.at
                 and not exists (
                   select from cases.decision l where l.case_id = d.case_id and l.id > d.id))
                as appealed_at
            from cases.decision d
            join cases.case_file c on c.id = d.case_id
            left join cases.appeal a on a.id = d.appeal
            where d.id < :below and (d.shown = 'HIDDEN' or d.appeal is not null) and c.kind = :kind
            order by d.id desc limit :limit
            """)
        .param("kind", kind)
        .param("below", below)
        .param("limit", limit)
        .query(LedgerStore::row)
        .list();
  }

  Tally count(String kind) {
    return sql.sql(
            """
            select count(*) filter (where d.shown = 'HIDDEN' and d.appeal is null) as kept,
              (select count(*) from cases.appeal a join cases.case_file f on f.id = a.case_id
               where f.kind = :kind) as appealed,
              count(*) filter (where d.shown = 'SHOWN' and d.appeal is not null) as shown
            from cases.decision d join cases.case_file c on c.id = d.case_id
            where c.kind = :kind and (d.shown = 'HIDDEN' or d.appeal is not null)
            """)
        .param("kind", kind)
        .query(
            (row, _) -> new Tally(row.getInt("kept"), row.getInt("appealed"), row.getInt("shown")))
        .single();
  }

  /// Puts a dash for the subjects of a chain of cases.
  void forgetSubjects(long caseId) {
    sql.sql(
            CHAIN
                + """
                   update cases.case_file set subject = '–'
                   where id in (select id from chain) and subject <> '–'
                """)
        .param("case", caseId)
        .update();
  }

  void forgetThread(long caseId) {
    sql.sql(
            CHAIN
                + """
                   update cases.entry set words = null
                   where case_id in (select id from chain) and words is not null
                """)
        .param("case", caseId)
        .update();
  }

  void forgetAppeals(long caseId) {
    sql.sql(
            """
            update cases.appeal set words = null
            where case_id = :case and words is not null and decided_at is not null
            """)
        .param("case", caseId)
        .update();
  }

  private static Decision row(ResultSet row, int number) throws SQLException {
    return new Decision(
        row.getLong("id"),
        row.getLong("case_id"),
        new Reference(row.getString("reference")),
        row.getBoolean("shown"),
        Optional.ofNullable(row.getString("rule")),
        instant(row, "at"),
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

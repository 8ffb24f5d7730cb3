package org.foyal.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.foyal.cases.Case;
import org.foyal.kernel.Reference;
import org.foyal.participation.Question.Shown;
import org.foyal.participation.Questions.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The questions, in `participation.question`.
@Repository
class QuestionStore {
  private static final String SELECT =
      """
      select case_id, reference, mandate, theme, area, title, words, shown, rule, asked_at, due_on,
        published_on, answered_on, example
      from participation.question
      """;

  private final JdbcClient sql;

  QuestionStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds a question whose case was opened.
  ///
  /// @param confirmHash the hash of the link that confirmed it, if one did
  void add(Case opened, Draft draft, boolean example, @Nullable String confirmHash, Instant at) {
    sql.sql(
            """
            insert into participation.question (case_id, reference, confirm_hash, mandate, theme, area,
              title, words, asked_at, due_on, example)
            values (:case, :reference, :hash, :mandate, :theme, :area, :title, :words, :at, :due,
              :example)
            """)
        .param("case", opened.id())
        .param("reference", opened.reference().signs())
        .param("hash", confirmHash, Types.VARCHAR)
        .param("mandate", draft.mandate())
        .param("theme", some(draft.theme()), Types.VARCHAR)
        .param("area", some(draft.area()), Types.VARCHAR)
        .param("title", draft.title())
        .param("words", draft.words())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("due", opened.due().promisedOn())
        .param("example", example)
        .update();
  }

  static @Nullable String some(String text) {
    return text.isEmpty() ? null : text;
  }

  Optional<Question> find(Reference reference) {
    return sql.sql(SELECT + " where reference = :reference")
        .param("reference", reference.signs())
        .query(QuestionStore::row)
        .optional();
  }

  Optional<Question> findConfirmed(String confirmHash) {
    return sql.sql(SELECT + " where confirm_hash = :hash")
        .param("hash", confirmHash)
        .query(QuestionStore::row)
        .optional();
  }

  /// The same, held until the transaction ends.
  Optional<Question> lock(Reference reference) {
    return sql.sql(SELECT + " where reference = :reference for update")
        .param("reference", reference.signs())
        .query(QuestionStore::row)
        .optional();
  }

  /// Those of some references, in the order of these.
  List<Question> list(List<Reference> references) {
    return sql.sql(
            SELECT
                + """
                   join unnest(:references) with ordinality as asked (signs, turn)
                     on asked.signs = reference
                   order by asked.turn
                """)
        .param("references", references.stream().map(Reference::signs).toArray(String[]::new))
        .query(QuestionStore::row)
        .list();
  }

  /// Published ones, the newest first.
  ///
  /// @param search as PostgreSQL reads it, or null for all
  List<Question> list(Selection wanted, @Nullable String search, long below, int limit) {
    return sql.sql(
            SELECT
                + """
                   where shown = 'SHOWN' and case_id < :below
                     and (cast(:mandate as text) is null or mandate = :mandate)
                     and (cast(:theme as text) is null or theme = :theme)
                     and (cast(:area as text) is null or area = :area)
                     and (cast(:answered as boolean) is null
                       or (answered_on is not null) = :answered)
                     and (cast(:search as text) is null
                       or search @@ to_tsquery('simple', :search))
                   order by case_id desc limit :limit
                """)
        .param("mandate", wanted.mandate().orElse(null), Types.VARCHAR)
        .param("theme", wanted.theme().orElse(null), Types.VARCHAR)
        .param("area", wanted.area().orElse(null), Types.VARCHAR)
        .param("answered", wanted.answered().orElse(null), Types.BOOLEAN)
        .param("search", search, Types.VARCHAR)
        .param("below", below)
        .param("limit", limit)
        .query(QuestionStore::row)
        .list();
  }

  /// Published ones that hold some of these words, what holds most of them first.
  List<Question> similar(String search, int limit) {
    return sql.sql(
            SELECT
                + """
                   where shown = 'SHOWN' and search @@ to_tsquery('simple', :search)
                   order by ts_rank(search, to_tsquery('simple', :search)) desc, case_id desc
                   limit :limit
                """)
        .param("search", search)
        .param("limit", limit)
        .query(QuestionStore::row)
        .list();
  }

  /// Published ones without an answer, to some mandates, what is due first at the head.
  List<Question> owed(List<String> mandates, int limit) {
    return sql.sql(
            SELECT
                + """
                   where shown = 'SHOWN' and answered_on is null and mandate = any(:mandates)
                   order by due_on, case_id limit :limit
                """)
        .param("mandates", mandates.toArray(String[]::new))
        .param("limit", limit)
        .query(QuestionStore::row)
        .list();
  }

  /// Published ones without an answer that were promised for one of some days.
  List<Question> owedOn(List<LocalDate> days) {
    return sql.sql(
            SELECT
                + """
                   where shown = 'SHOWN' and answered_on is null and due_on in (:days)
                   order by due_on, case_id
                """)
        .param("days", days)
        .query(QuestionStore::row)
        .list();
  }

  void answered(long caseId, LocalDate on) {
    sql.sql(
            """
            update participation.question set answered_on = greatest(:on, published_on)
            where case_id = :case and answered_on is null
            """)
        .param("case", caseId)
        .param("on", on)
        .update();
  }

  void promise(long caseId, LocalDate on) {
    sql.sql("update participation.question set due_on = :on where case_id = :case")
        .param("case", caseId)
        .param("on", on)
        .update();
  }

  private static Question row(ResultSet row, int number) throws SQLException {
    return new Question(
        row.getLong("case_id"),
        new Reference(row.getString("reference")),
        row.getString("mandate"),
        Optional.ofNullable(row.getString("theme")),
        Optional.ofNullable(row.getString("area")),
        row.getString("title"),
        row.getString("words"),
        Shown.valueOf(row.getString("shown")),
        Optional.ofNullable(row.getString("rule")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_on", LocalDate.class),
        Optional.ofNullable(row.getObject("published_on", LocalDate.class)),
        Optional.ofNullable(row.getObject("answered_on", LocalDate.class)),
        row.getBoolean("example"));
  }
}

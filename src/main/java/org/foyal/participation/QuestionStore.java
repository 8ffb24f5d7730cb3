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
import java.util.UUID;
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

  boolean isConfirmed(String confirmHash) {
    return sql.sql("select exists (select from participation.question where confirm_hash = :hash)")
        .param("hash", confirmHash)
        .query(Boolean.class)
        .single();
  }

  /// Forgets the links of what was asked before a moment.
  void forgetLinks(Instant before) {
    sql.sql(
            """
            update participation.question set confirm_hash = null
            where confirm_hash is not null and asked_at < :before
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The question of a reference, held until the transaction ends.
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

  /// So many, after so many that were seen before.
  record Slice(int from, int limit) {}

  /// Published ones, the newest first.
  ///
  /// @param search as PostgreSQL reads it, or null for all
  List<Question> list(Selection wanted, @Nullable String search, long below, Slice slice) {
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
                   order by case_id desc limit :limit offset :from
                """)
        .param("mandate", wanted.mandate().orElse(null), Types.VARCHAR)
        .param("theme", wanted.theme().orElse(null), Types.VARCHAR)
        .param("area", wanted.area().orElse(null), Types.VARCHAR)
        .param("answered", wanted.answered().orElse(null), Types.BOOLEAN)
        .param("search", search, Types.VARCHAR)
        .param("below", below)
        .param("limit", slice.limit())
        .param("from", slice.from())
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
  List<Question> owed(List<String> mandates, Slice slice) {
    return sql.sql(
            SELECT
                + """
                   where shown = 'SHOWN' and answered_on is null and mandate = any(:mandates)
                   order by due_on, case_id limit :limit offset :from
                """)
        .param("mandates", mandates.toArray(String[]::new))
        .param("limit", slice.limit())
        .param("from", slice.from())
        .query(QuestionStore::row)
        .list();
  }

  /// Those that nobody has read, the oldest first.
  List<Question> unread(Slice slice) {
    return sql.sql(SELECT + " where shown = 'WAITING' order by case_id limit :limit offset :from")
        .param("limit", slice.limit())
        .param("from", slice.from())
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

  /// Puts a question to another official, and keeps whom it was put to before: since when and until
  /// when it was theirs, and by when they owed an answer, where it was published.
  void transfer(Question question, Mandate before, String to, By by, LocalDate on) {
    sql.sql(
            """
            insert into participation.transfer (case_id, mandate, name, at, account, put_on, due_on,
              until_on)
            select case_id, mandate, :name, :at, cast(:account as uuid),
              case when shown = 'SHOWN' then put_on end, case when shown = 'SHOWN' then due_on end,
              case when shown = 'SHOWN' then greatest(:on, put_on) end
            from participation.question where case_id = :case
            """)
        .param("case", question.caseId())
        .param("name", before.name())
        .param("on", on)
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("account", by.account(), Types.OTHER)
        .update();
    sql.sql("update participation.question set mandate = :to where case_id = :case")
        .param("to", to)
        .param("case", question.caseId())
        .update();
  }

  /// Who does something, and when.
  record By(@Nullable UUID account, Instant at) {}

  /// Whom a question was put to before, the first one first.
  List<Transfer> transfers(long caseId) {
    return sql.sql(
            """
            select name, at, coalesce(until_on > due_on, false) as late
            from participation.transfer where case_id = :case order by id
            """)
        .param("case", caseId)
        .query((row, _) ->
            new Transfer(
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("late")))
        .list();
  }

  /// Notes that the official has it in front of them from a day on; it stays published since it was
  /// the first time.
  void put(long caseId, LocalDate on, LocalDate dueOn) {
    sql.sql(
            """
            update participation.question set put_on = greatest(:on, published_on), due_on = :due
            where case_id = :case and shown = 'SHOWN' and answered_on is null
            """)
        .param("case", caseId)
        .param("on", on)
        .param("due", dueOn)
        .update();
  }

  /// Those that are not published and were asked, or kept back, before a moment.
  List<Question> unpublished(Instant before) {
    return sql.sql(
            SELECT
                + """
                   where erased_on is null and shown <> 'SHOWN'
                     and coalesce(moderated_at, asked_at) < :before
                   order by case_id
                """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(QuestionStore::row)
        .list();
  }

  /// Erases the words of one that is not published.
  void erase(long caseId, LocalDate on) {
    sql.sql(
            """
            update participation.question set title = '', words = '', erased_on = :on
            where case_id = :case
            """)
        .param("on", on)
        .param("case", caseId)
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

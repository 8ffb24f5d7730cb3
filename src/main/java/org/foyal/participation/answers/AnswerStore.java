package org.foyal.participation.answers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.participation.answers.Answer.Author;
import org.foyal.participation.answers.Pledge.Declared;
import org.foyal.participation.answers.Pledge.Said;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Answers, what they commit to and verdicts, in `participation.answer`, `pledge`, `pledge_state`
/// and `verdict`.
@Repository
class AnswerStore {
  private static final String PLEDGES =
      """
      select p.id, p.answer, a.case_id, p.what, p.due_on, s.declared, s.known_on, s.source, s.at
      from participation.pledge p
      join participation.answer a on a.id = p.answer
      join participation.question q on q.case_id = a.case_id
      left join participation.pledge_state s on s.pledge = p.id
      """;

  private final JdbcClient sql;

  AnswerStore(JdbcClient sql) {
    this.sql = sql;
  }

  boolean knows(UUID form) {
    return sql.sql("select exists (select from participation.answer where form = :form)")
        .param("form", form)
        .query(Boolean.class)
        .single();
  }

  int count(long caseId) {
    return sql.sql("select count(*) from participation.answer where case_id = :case")
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /// Adds an answer with what it commits to; its number.
  ///
  /// @param name of the official, which stays with the answer
  long add(long caseId, Reply reply, UUID account, String name, Instant at) {
    long id =
        sql.sql(
                """
                insert into participation.answer (case_id, form, words, author, name, at, account)
                values (:case, :form, :words, :author, :name, :at, :account) returning id
                """)
            .param("case", caseId)
            .param("form", reply.form())
            .param("words", reply.words())
            .param("author", reply.author().name())
            .param("name", name)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("account", account)
            .query(Long.class)
            .single();
    for (var pledge : reply.pledges()) {
      sql.sql(
              """
              insert into participation.pledge (answer, what, due_on)
              values (:answer, :what, :due)
              """)
          .param("answer", id)
          .param("what", pledge.what())
          .param("due", pledge.dueOn())
          .update();
    }
    return id;
  }

  /// The answers to a question, the first one first.
  List<Answer> list(long caseId) {
    var pledges = new LinkedHashMap<Long, List<Pledge>>();
    for (var line : lines(" where a.case_id = :case", Map.of("case", caseId))) {
      pledges.computeIfAbsent(line.answer(), _ -> new ArrayList<>()).add(line.pledge());
    }
    return sql.sql(
            """
            select id, case_id, words, author, name, at from participation.answer
            where case_id = :case order by id
            """)
        .param("case", caseId)
        .query((row, _) ->
            new Answer(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getString("words"),
                Author.valueOf(row.getString("author")),
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.copyOf(pledges.getOrDefault(row.getLong("id"), List.of()))))
        .list();
  }

  Optional<Pledge> findPledge(long id) {
    return lines(" where p.id = :id", Map.of("id", id)).stream().map(Line::pledge).findFirst();
  }

  /// What some officials have committed to in public, what is due first at the head.
  List<Pledge> pledges(List<String> mandates) {
    return mandates.isEmpty()
        ? List.of()
        : lines(
                " where q.shown = 'SHOWN' and q.mandate in (:mandates)",
                Map.of("mandates", mandates))
            .stream()
            .map(Line::pledge)
            .toList();
  }

  /// What is committed to for one of some days.
  List<Pledge> pledgesOn(List<LocalDate> days) {
    return lines(" where q.shown = 'SHOWN' and p.due_on in (:days)", Map.of("days", days)).stream()
        .map(Line::pledge)
        .toList();
  }

  private record Line(long answer, Pledge pledge) {}

  private record Row(
      long id, long answer, long caseId, String what, LocalDate dueOn, Optional<Said> said) {}

  /// One line a commitment, with all that was said of it.
  private List<Line> lines(String which, Map<String, ?> params) {
    var rows =
        sql.sql(PLEDGES + which + " order by p.due_on, p.id, s.id")
            .params(params)
            .query(AnswerStore::row)
            .list();
    var found = new LinkedHashMap<Long, List<Row>>();
    rows.forEach(row -> found.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
    return found.values().stream()
        .map(of -> {
          var first = of.getFirst();
          var said = of.stream().flatMap(row -> row.said().stream()).toList();
          return new Line(
              first.answer(),
              new Pledge(first.id(), first.caseId(), first.what(), first.dueOn(), said));
        })
        .toList();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var declared = row.getString("declared");
    return new Row(
        row.getLong("id"),
        row.getLong("answer"),
        row.getLong("case_id"),
        row.getString("what"),
        row.getObject("due_on", LocalDate.class),
        declared == null
            ? Optional.empty()
            : Optional.of(
                new Said(
                    Declared.valueOf(declared),
                    row.getObject("known_on", LocalDate.class),
                    row.getString("source"),
                    row.getObject("at", OffsetDateTime.class).toInstant())));
  }

  void say(long pledge, Said said, UUID account) {
    sql.sql(
            """
            insert into participation.pledge_state (pledge, declared, known_on, source, at, account)
            values (:pledge, :declared, :on, :source, :at, :account)
            """)
        .param("pledge", pledge)
        .param("declared", said.declared().name())
        .param("on", said.knownOn())
        .param("source", said.source())
        .param("at", said.at().atOffset(ZoneOffset.UTC))
        .param("account", account)
        .update();
  }

  /// Keeps a verdict on the last answer; false when there is one.
  boolean judge(long caseId, Verdict verdict, Instant at) {
    return sql.sql(
                """
                insert into participation.verdict (case_id, answer, verdict, at)
                select case_id, max(id), :verdict, :at from participation.answer
                where case_id = :case group by case_id
                on conflict do nothing
                """)
            .param("case", caseId)
            .param("verdict", verdict.name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// The verdict on the last answer that was judged.
  Optional<Verdict> verdict(long caseId) {
    return sql.sql(
            """
            select verdict from participation.verdict where case_id = :case
            order by answer desc limit 1
            """)
        .param("case", caseId)
        .query((row, _) -> Verdict.valueOf(row.getString("verdict")))
        .optional();
  }

  /// Whether the last answer has no verdict yet.
  boolean isToJudge(long caseId) {
    return sql.sql(
            """
            select exists (
              select from (select max(id) as id from participation.answer where case_id = :case) a
              where a.id is not null
                and not exists (select from participation.verdict v where v.answer = a.id))
            """)
        .param("case", caseId)
        .query(Boolean.class)
        .single();
  }

  /// The references of some questions by the numbers of their cases.
  Map<Long, String> references(List<Long> cases) {
    return cases.isEmpty()
        ? Map.of()
        : sql
            .sql("select case_id, reference from participation.question where case_id in (:cases)")
            .param("cases", cases)
            .query((row, _) -> Map.entry(row.getLong("case_id"), row.getString("reference")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

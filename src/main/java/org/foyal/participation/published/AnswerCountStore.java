package org.foyal.participation.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.participation.answers.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The questions as they count, out of `participation.question`, `transfer`, `answer` and
/// `verdict`. What a demonstration invented is not among them.
@Repository
class AnswerCountStore {
  private static final String ANSWERED =
      """
      left join lateral (
        select v.verdict from participation.verdict v where v.case_id = q.case_id
        order by v.answer desc limit 1) v on true
      left join lateral (
        select a.author = 'OFFICE' as office from participation.answer a
        where a.case_id = q.case_id order by a.id limit 1) a on true
      where q.shown = 'SHOWN' and not q.example
      """;

  private final JdbcClient sql;

  AnswerCountStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A question with the number of its case.
  record Counted(long caseId, Statistic.Row row) {}

  /// Each question once, from the day on which it was published and with the day that was promised
  /// first, however often it was put to somebody else since.
  List<Counted> questions() {
    return sql.sql(
            """
            select q.case_id, q.mandate, q.theme, q.published_on as since,
              coalesce(
                (select t.due_on from participation.transfer t
                  where t.case_id = q.case_id and t.due_on is not null order by t.id limit 1),
                q.due_on) as due_on,
              q.answered_on, cast(null as date) as passed_on, v.verdict,
              coalesce(a.office, false) as office
            from participation.question q
            """
                + ANSWERED)
        .query(AnswerCountStore::row)
        .list();
  }

  /// Each question once for each official that it was put to, from the day on which they had it;
  /// for whoever had it twice, from the last time, and late if they were late the first time.
  List<Counted> stints() {
    return sql.sql(
            """
            select q.case_id, q.mandate, q.theme, q.put_on as since,
              coalesce((select min(l.due_on) from participation.transfer l
                where l.case_id = q.case_id and l.mandate = q.mandate and l.until_on > l.due_on),
                q.due_on) as due_on, q.answered_on, cast(null as date) as passed_on, v.verdict,
              coalesce(a.office, false) as office
            from participation.question q
            """
                + ANSWERED
                + """
                union all
                select q.case_id, t.mandate, q.theme, t.put_on,
                  coalesce((select min(l.due_on) from participation.transfer l
                    where l.case_id = t.case_id and l.mandate = t.mandate
                      and l.until_on > l.due_on), t.due_on), null, t.until_on, null, false
                from participation.transfer t
                join participation.question q on q.case_id = t.case_id
                where q.shown = 'SHOWN' and not q.example and t.put_on is not null
                  and t.mandate <> q.mandate and not exists (
                    select from participation.transfer l
                    where l.case_id = t.case_id and l.mandate = t.mandate and l.id > t.id)
                """)
        .query(AnswerCountStore::row)
        .list();
  }

  private static Counted row(ResultSet row, int number) throws SQLException {
    return new Counted(
        row.getLong("case_id"),
        new Statistic.Row(
            row.getString("mandate"),
            Optional.ofNullable(row.getString("theme")),
            row.getObject("since", LocalDate.class),
            row.getObject("due_on", LocalDate.class),
            Optional.ofNullable(row.getObject("answered_on", LocalDate.class)),
            Optional.ofNullable(row.getObject("passed_on", LocalDate.class)),
            Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
            row.getBoolean("office")));
  }
}

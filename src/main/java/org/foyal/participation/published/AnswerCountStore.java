package org.foyal.participation.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.participation.answers.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The questions as they count, out of `participation.question` and `verdict`. What a demonstration
/// invented is not among them.
@Repository
class AnswerCountStore {
  private final JdbcClient sql;

  AnswerCountStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A question with the number of its case.
  record Counted(long caseId, Statistic.Row row) {}

  List<Counted> list() {
    return sql.sql(
            """
            select q.case_id, q.mandate, q.theme, q.published_on, q.due_on, q.answered_on, v.verdict
            from participation.question q
            left join participation.verdict v on v.case_id = q.case_id
            where q.shown = 'SHOWN' and not q.example
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
            row.getObject("published_on", LocalDate.class),
            row.getObject("due_on", LocalDate.class),
            Optional.ofNullable(row.getObject("answered_on", LocalDate.class)),
            Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf)));
  }
}

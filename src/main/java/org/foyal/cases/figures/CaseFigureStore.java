package org.foyal.cases.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.cases.figures.CaseFigures.Asked;
import org.foyal.cases.figures.CaseFigures.Dimension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts cases, in `cases.case_file`.
@Repository
class CaseFigureStore {
  /// Each chain of cases is one, from its first asking to the last answer: what was closed but not
  /// settled was not answered, and what joined another was answered with that one. What was taken
  /// back was waited for until then, and not answered. Few chains have a second case: only those
  /// are walked along.
  private static final String REST =
      """
      as topic, x.until - c.opened_on as days, x.answered,
             count(*) as asked,
             count(*) filter (where x.answered or x.until > c.promised_on) as due,
             count(*) filter (where x.until > c.promised_on) as late,
             count(*) filter (where n.id is not null) as reopened
           from cases.case_file c
           left join cases.case_file n on n.follows = c.id
           cross join lateral (
             select case when n.id is not null or c.merged_into is not null then (
             with recursive ahead (id, step) as (
               select c.id, 0
               union all
               select coalesce(after.id, here.merged_into), step + 1
               from ahead join cases.case_file here on here.id = ahead.id
               left join cases.case_file after on after.follows = here.id
               where coalesce(after.id, here.merged_into) is not null)
             select id from ahead order by step desc limit 1) end as id) last
           left join cases.case_file l on l.id = last.id
           cross join lateral (
             select
               least(coalesce(case when l.id is null then c.closed_on else l.closed_on end, :today), :today)
                 as until,
               coalesce(case when l.id is null then c.outcome else l.outcome end, 'TAKEN_BACK')
                 <> 'TAKEN_BACK' as answered) x
           where c.kind = :kind and c.follows is null and not c.example
             and c.opened_at >= :from
             and c.opened_on between :first and :last
      """;

  private final JdbcClient sql;

  CaseFigureStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Cases that are alike in all that is counted.
  ///
  /// @param key the value of the dimension; empty where it is not known
  /// @param topic likewise; empty where topics are not told apart
  /// @param days between asking and the answer, or until today
  /// @param due those that were answered, or whose promised day has passed
  record Row(
      Optional<String> key,
      String topic,
      int days,
      boolean answered,
      long asked,
      long due,
      long late,
      long reopened) {}

  List<Row> count(Asked asked, Dimension dimension, boolean byTopic, LocalDate today) {
    var narrowing =
        (asked.topic().isPresent() ? " and c.topic = :topic" : "")
            + (asked.area().isPresent() ? " and c.area = :area" : "");
    return sql.sql(
            "select "
                + column(dimension)
                + " as key, "
                + (byTopic ? "coalesce(c.topic, '')" : "''")
                + REST
                + narrowing
                + " group by 1, 2, 3, 4 order by 1, 2, 3")
        .param("kind", asked.kind())
        .param("today", today)
        .param("first", asked.period().from())
        .param("last", asked.period().to())
        .param("from", asked.period().from().minusDays(1).atStartOfDay())
        .param("topic", asked.topic().orElse(""))
        .param("area", asked.area().orElse(""))
        .query((row, _) ->
            new Row(
                Optional.ofNullable(row.getString("key")),
                row.getString("topic"),
                row.getInt("days"),
                row.getBoolean("answered"),
                row.getLong("asked"),
                row.getLong("due"),
                row.getLong("late"),
                row.getLong("reopened")))
        .list();
  }

  private static String column(Dimension dimension) {
    return switch (dimension) {
      case ALL -> "''";
      case TOPIC -> "c.topic";
      case AREA -> "c.area";
      case CHANNEL -> "c.channel";
      case MONTH -> "to_char(c.opened_on, 'YYYY-MM')";
    };
  }
}

package org.foyal.learning.progress;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what people say, from `learning.progress_outcome` and `learning.progress_count`; never
/// examples.
@Repository
class ProgressFigureStore {
  private final JdbcClient sql;

  ProgressFigureStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// How many people came to a course, each once a session or series that ended in a period.
  long people(String course, Instant from, Instant until) {
    return sql.sql(
            """
            with came as (
              select distinct p.learner, coalesce(s.series, s.id) as thread
              from learning.participation p join learning.session s on s.id = p.session
              join learning.course c on c.code = s.course join learning.place l on l.id = s.place
              where s.course = :course and p.state in ('PRESENT', 'LATE')
                and not p.example and not s.example and not c.example and not l.example
            )
            select count(*) from (
              select (select max(s.ends_at) from learning.session s
                where coalesce(s.series, s.id) = came.thread) as until from came) ended
            where until >= :from and until < :until
            """)
        .param("course", course)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private record Said(String competence, String part, long people) {}

  /// How many said what, by the number of the competence and the part.
  Map<String, Map<String, Long>> said(String course, Instant from, Instant until) {
    var found = new HashMap<String, Map<String, Long>>();
    sql.sql(
            """
            select competence, part, sum(people) as people from (
              select competence, part, count(*) as people from learning.progress_outcome
              where course = :course and counts and part <> 'OTHER'
                and until >= :from and until < :until
              group by competence, part
              union all
              select competence, part, people from (
                select c.*, (select max(s.ends_at) from learning.session s
                  where coalesce(s.series, s.id) = c.thread) as until
                from learning.progress_count c where c.course = :course) forgotten
              where until >= :from and until < :until
            ) spoken group by competence, part
            """)
        .param("course", course)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Said(row.getString("competence"), row.getString("part"), row.getLong("people")))
        .list()
        .forEach(one ->
            found
                .computeIfAbsent(one.competence(), _ -> new HashMap<>())
                .put(one.part(), one.people()));
    return found;
  }
}

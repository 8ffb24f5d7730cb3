package org.foyal.innovation.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.innovation.voice.Said;
import org.foyal.kernel.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps what is decided and what becomes of it.
@Repository
class DecisionStore {
  private final JdbcClient sql;

  DecisionStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Whether the deadline of a call has passed, by the database's own clock.
  boolean isClosed(String call) {
    return sql.sql("select clock_timestamp() >= closes_at from innovation.call where code = :call")
        .param("call", call)
        .query(Boolean.class)
        .single();
  }

  /// What is to be written.
  ///
  /// @param euros 0 where it is not funded
  record Decree(UUID application, Said reasons, int euros, String by, Instant at) {}

  /// False where it was decided before, or taken back.
  boolean decide(Decree decree) {
    return sql.sql(
                """
                update innovation.application set state = case when :euros > 0 then 'FUNDED' else 'DECLINED' end,
                  granted_euros = nullif(:euros, 0), reasons = :reasons::jsonb, decided_by = :by, decided_at = :at,
                  version = version + 1
                where id = :id and state = 'SUBMITTED'
                """)
            .param("id", decree.application())
            .param("euros", decree.euros())
            .param("reasons", decree.reasons().json())
            .param("by", decree.by())
            .param("at", decree.at().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  List<Milestone> milestones(UUID application) {
    return sql.sql(
            "select * from innovation.milestone where application = :id order by due_on, number")
        .param("id", application)
        .query((row, _) -> {
          var link = row.getString("link");
          return new Milestone(
              row.getInt("number"),
              row.getString("words"),
              row.getObject("due_on", LocalDate.class),
              link == null ? "" : link,
              Optional.ofNullable(row.getObject("done_on", LocalDate.class)));
        })
        .list();
  }

  /// One more, after those that are there; nobody else adds one meanwhile.
  void addMilestone(UUID application, String words, LocalDate dueOn, String link) {
    sql.sql("select 1 from innovation.application where id = :id for update")
        .param("id", application)
        .query(Integer.class)
        .single();
    sql.sql(
            """
            insert into innovation.milestone (application, number, words, due_on, link)
            select :id, coalesce(max(number), 0) + 1, :words, :due, nullif(:link, '')
            from innovation.milestone where application = :id
            """)
        .param("id", application)
        .param("words", words)
        .param("due", dueOn)
        .param("link", link)
        .update();
  }

  boolean reach(UUID application, int number, LocalDate on) {
    return sql.sql(
                """
                update innovation.milestone set done_on = :on
                where application = :id and number = :number and done_on is null
                """)
            .param("id", application)
            .param("number", number)
            .param("on", on)
            .update()
        > 0;
  }

  /// What was funded, the latest first.
  List<Funded> funded(ZoneId zone) {
    return sql.sql(
            """
            select a.*, c.title as call_title, c.example as call_example
            from innovation.application a join innovation.call c on c.code = a.call
            where a.state = 'FUNDED' order by a.decided_at desc, a.reference
            """)
        .query((row, _) -> {
          boolean named = row.getBoolean("shows_name") || !"PERSON".equals(row.getString("holder"));
          return new Funded(
              Reference.spaced(row.getString("reference")),
              row.getString("call"),
              Said.ofJson(row.getString("call_title")),
              row.getString("title"),
              row.getString("summary"),
              Optional.ofNullable(row.getString("name")).filter(_ -> named),
              Optional.ofNullable(row.getString("area")).filter(_ -> named),
              row.getInt("granted_euros"),
              LocalDate.ofInstant(
                  row.getObject("decided_at", OffsetDateTime.class).toInstant(), zone),
              milestones(row.getObject("id", UUID.class)),
              row.getBoolean("example") || row.getBoolean("call_example"));
        })
        .list();
  }

  /// How many of a kind fell into a period, without what a demonstration invented.
  record Count(Optional<String> area, long sent, long funded) {}

  /// By neighbourhood of the holder, where it is known.
  List<Count> counts(Instant from, Instant until) {
    return sql.sql(
            """
            select a.area, count(*) filter (where a.submitted_at >= :from and a.submitted_at < :until) as sent,
              count(*) filter (where a.state = 'FUNDED' and a.decided_at >= :from and a.decided_at < :until) as funded
            from innovation.application a join innovation.call c on c.code = a.call
            where not a.example and not c.example and a.submitted_at is not null
            group by a.area
            """)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Count(
                Optional.ofNullable(row.getString("area")),
                row.getLong("sent"),
                row.getLong("funded")))
        .list();
  }

  /// How many calls opened in a period.
  long calls(Instant from, Instant until) {
    return sql.sql(
            """
            select count(*) from innovation.call
            where not example and published_at is not null and opens_at >= :from and opens_at < :until
            """)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}

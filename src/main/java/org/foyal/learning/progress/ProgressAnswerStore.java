package org.foyal.learning.progress;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.progress.CanDo.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people say of themselves, in `learning.progress_answer`.
@Repository
class ProgressAnswerStore {
  private final JdbcClient sql;

  ProgressAnswerStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// One answer.
  ///
  /// @param participation the place that it is kept with
  record Answer(
      long participation, Competence competence, Moment moment, int revision, Step step) {}

  /// Lets the answers of one person be written by one at a time, until the transaction ends; false
  /// where their name was erased meanwhile.
  boolean hold(UUID learner) {
    return sql.sql(
            "select erased_on is null from learning.learner where id = :id for no key update")
        .param("id", learner)
        .query(Boolean.class)
        .single();
  }

  List<Answer> list(Collection<Long> participations) {
    return sql.sql(
            """
            select participation, competence, moment, revision, step from learning.progress_answer
            where participation = any(:places) order by competence, moment, participation
            """)
        .param("places", participations.toArray(Long[]::new))
        .query((row, _) ->
            new Answer(
                row.getLong("participation"),
                Competence.find(row.getString("competence")).orElseThrow(),
                Moment.valueOf(row.getString("moment")),
                row.getInt("revision"),
                Step.valueOf(row.getString("step"))))
        .list();
  }

  /// Writes an answer, or mends it; false where it stood so before.
  ///
  /// @param by the account of whoever of the staff writes it down
  boolean write(Answer answer, Instant at, @Nullable UUID by) {
    return sql.sql(
                """
                insert into learning.progress_answer as a
                  (participation, competence, moment, revision, step, at, account)
                values (:participation, :competence, :moment, :revision, :step, :at, :by)
                on conflict on constraint one_answer do update set revision = excluded.revision,
                  step = excluded.step, at = excluded.at, account = excluded.account
                where (a.revision, a.step) is distinct from (excluded.revision, excluded.step)
                """)
            .param("participation", answer.participation())
            .param("competence", answer.competence().code())
            .param("moment", answer.moment().name())
            .param("revision", answer.revision())
            .param("step", answer.step().name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", by, Types.OTHER)
            .update()
        == 1;
  }

  /// Forgets what was said of sessions and series that ended before a moment; what it adds to the
  /// figures stays as counts.
  int forget(Instant endedBefore) {
    return sql.sql(
            """
            select coalesce(sum(learning.forget_answers(learner, thread)), 0) from (
              select distinct learner, thread from learning.progress_outcome
              where until < :before) old
            """)
        .param("before", endedBefore.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }
}

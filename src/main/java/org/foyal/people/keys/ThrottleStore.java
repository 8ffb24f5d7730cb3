package org.foyal.people.keys;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.foyal.people.keys.Throttle.State;
import org.foyal.people.keys.Throttle.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about attempts, in `people.attempt`.
@Repository
class ThrottleStore {
  private final JdbcClient sql;

  ThrottleStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Counts one more, unless the subject still has to wait. One statement, so that tries at the
  /// same time are counted one after the other.
  boolean count(Subject subject, Instant now, Instant forgotten, Duration longest) {
    return sql.sql(
                """
                insert into people.attempt as a (subject, failures, last_at, waits_until)
                values (:subject, 1, :now, :now)
                on conflict (subject) do update set
                  failures = case when a.last_at < cast(:forgotten as timestamptz) then 1 else a.failures + 1 end,
                  last_at = :now,
                  waits_until = case
                    when a.last_at < cast(:forgotten as timestamptz) or a.failures + 1 < :free then cast(:now as timestamptz)
                    else cast(:now as timestamptz) + make_interval(secs =>
                      least(:longest_s, :first_s * power(2, least(20, a.failures + 1 - :free))))
                  end
                where a.waits_until <= :now
                """)
            .param("subject", subject.key())
            .param("now", Timestamp.from(now))
            .param("forgotten", Timestamp.from(forgotten))
            .param("free", subject.free())
            .param("first_s", (double) subject.first().toSeconds())
            .param("longest_s", (double) longest.toSeconds())
            .update()
        == 1;
  }

  Optional<State> find(String subject) {
    return sql.sql("select failures, waits_until from people.attempt where subject = :subject")
        .param("subject", subject)
        .query((row, _) ->
            new State(row.getInt("failures"), row.getTimestamp("waits_until").toInstant()))
        .optional();
  }

  void forget(String subject) {
    sql.sql("delete from people.attempt where subject = :subject")
        .param("subject", subject)
        .update();
  }

  void takeBack(String subject, Instant now) {
    sql.sql(
            """
            update people.attempt set failures = greatest(1, failures - 1), waits_until = :now
            where subject = :subject
            """)
        .param("subject", subject)
        .param("now", Timestamp.from(now))
        .update();
  }

  int forgetOlderThan(Instant old) {
    return sql.sql("delete from people.attempt where last_at < :old")
        .param("old", Timestamp.from(old))
        .update();
  }
}

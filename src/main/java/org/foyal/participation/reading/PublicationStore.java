package org.foyal.participation.reading;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.foyal.participation.Question.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is published, in `participation.question`; why stands in the ledger of `cases`.
@Repository
class PublicationStore {
  private final JdbcClient sql;

  PublicationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Says what everybody sees of a question.
  ///
  /// @param on the day on which it is published, unless it was before
  void show(long caseId, Shown shown, Optional<String> rule, Instant at, LocalDate on) {
    sql.sql(
            """
            update participation.question set shown = :shown, rule = :rule, moderated_at = :at,
              published_on = case when :shown = 'SHOWN' then coalesce(published_on, :on)
                else published_on end,
              put_on = case when :shown = 'SHOWN' then coalesce(put_on, :on) else put_on end
            where case_id = :case
            """)
        .param("shown", shown.name())
        .param("rule", rule.orElse(null), Types.VARCHAR)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("on", on)
        .param("case", caseId)
        .update();
  }
}

package org.foyal.requests.moderation;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.requests.Report.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What everybody sees of a report, in `requests.report`; why stands in the ledger of `cases`.
@Repository
class ModerationStore {
  private final JdbcClient sql;

  ModerationStore(JdbcClient sql) {
    this.sql = sql;
  }

  void show(long caseId, Shown shown, Optional<String> rule, Instant at) {
    sql.sql(
            """
            update requests.report set shown = :shown, rule = :rule, moderated_at = :at
            where case_id = :case
            """)
        .param("shown", shown.name())
        .param("rule", rule.orElse(null), Types.VARCHAR)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("case", caseId)
        .update();
  }

  /// The references of reports that nobody has read, the oldest first.
  List<Reference> waiting(int limit) {
    return sql.sql(
            """
            select reference from requests.report
            where shown = 'WAITING' order by case_id limit :limit
            """)
        .param("limit", limit)
        .query((row, _) -> new Reference(row.getString("reference")))
        .list();
  }
}

package org.foyal.requests.alerts;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Of which report each topic was told last, in `requests.told`.
@Repository
class AlertStore {
  private final JdbcClient sql;

  AlertStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The number of the case, held until the transaction ends, so that of two who tell at once the
  /// second finds nothing new.
  Optional<Long> last(String topic) {
    return sql.sql("select case_id from requests.told where topic = :topic for update")
        .param("topic", topic)
        .query(Long.class)
        .optional();
  }

  void told(String topic, long caseId) {
    sql.sql(
            """
            insert into requests.told (topic, case_id) values (:topic, :case)
            on conflict (topic) do update set case_id = excluded.case_id
            """)
        .param("topic", topic)
        .param("case", caseId)
        .update();
  }
}

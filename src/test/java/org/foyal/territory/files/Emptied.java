package org.foyal.territory.files;

import org.foyal.territory.TerritoryChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A territory of which nothing is known, as each test here begins.
final class Emptied {
  private Emptied() {}

  static void territory(JdbcClient sql, ApplicationEventPublisher events) {
    sql.sql(
            """
            truncate territory.area, territory.score, territory.street, territory.road,
              territory.place, territory.address, territory.refused_row, territory.import cascade
            """)
        .update();
    events.publishEvent(new TerritoryChanged(0));
  }
}

package org.foyal.fablab.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.foyal.kernel.PeopleTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts in `fablab`; what a demonstration invented is in none of them.
@Repository
class LabFigureStore {
  private final JdbcClient sql;

  LabFigureStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// What is counted of a period.
  ///
  /// @param bookings at which somebody came
  /// @param minutes that they had
  /// @param projects published first in it
  /// @param sensors of kits that were put on the map in it
  record Counted(long machines, long bookings, long minutes, long projects, long sensors) {
    boolean nothing() {
      return machines + bookings + projects + sensors == 0;
    }
  }

  Counted count(Instant from, Instant until) {
    return sql.sql(
            """
            select
              (select count(*) from fablab.machine where state <> 'RETIRED' and not example)
                as machines,
              b.bookings, b.minutes,
              (select count(*) from fablab.project where not example and published_at >= :from
                and published_at < :until) as projects,
              (select count(*) from fablab.kit_loan where not example and connected_at >= :from
                and connected_at < :until) as sensors
            from (
              select count(*) as bookings,
                coalesce(sum(extract(epoch from upper(during) - lower(during)) / 60), 0)::bigint
                  as minutes
              from fablab.booking
              where not example and state in ('PRESENT', 'LATE') and lower(during) >= :from
                and lower(during) < :until) b
            """)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Counted(
                row.getLong("machines"),
                row.getLong("bookings"),
                row.getLong("minutes"),
                row.getLong("projects"),
                row.getLong("sensors")))
        .single();
  }

  /// How many people were granted a level in a period, by the neighbourhood that they told; each
  /// once. Nothing told: a code of its own.
  Map<String, Long> trained(Instant from, Instant until) {
    var byArea = new TreeMap<String, Long>();
    sql.sql(
            """
            select coalesce(m.area, :elsewhere) as area, count(distinct m.id) as people
            from fablab.ladder_event e join fablab.member m on m.id = e.member
            where not e.example and not m.example and e.what = 'GRANTED' and e.at >= :from
              and e.at < :until
            group by 1
            """)
        .param("elsewhere", PeopleTable.ELSEWHERE)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query(row -> {
          byArea.put(row.getString("area"), row.getLong("people"));
        });
    return byArea;
  }
}

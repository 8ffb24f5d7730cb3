package org.foyal.learning.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.foyal.kernel.Period;
import org.foyal.learning.figures.Held.Count;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sessions that took place, in `learning.session`. One is not counted that a demonstration
/// invented, or whose course or place it invented.
@Repository
class HeldStore {
  /// What took place and is over.
  static final String HELD =
      """
      with held as (
        select s.*, coalesce(p.area, '-') as area, array_to_string(c.audiences, '+') as audience
        from learning.session s
        join learning.course c on c.code = s.course
        join learning.place p on p.id = s.place
        where s.state = 'PLANNED' and s.ends_at <= :now
          and s.starts_at >= :from and s.starts_at < :until
          and not s.example and not c.example and not p.example)
      """;

  private final JdbcClient sql;

  HeldStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The days of a period by the city's clock, as far as they are over.
  record Within(Period period, ZoneId zone, Instant now) {
    JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
      return statement
          .param("now", now.atOffset(ZoneOffset.UTC))
          .param("from", period.from().atStartOfDay(zone).toOffsetDateTime())
          .param("until", period.to().plusDays(1).atStartOfDay(zone).toOffsetDateTime());
    }
  }

  List<Held> list(Within within) {
    return within
        .in(
            sql.sql(
                HELD
                    + """
                    select to_char(starts_at at time zone :zone, 'YYYY-MM') as month, place, area, audience,
                      count(*) as sessions,
                      sum(extract(epoch from ends_at - starts_at) / 60)::bigint as minutes,
                      sum(seats * extract(epoch from ends_at - starts_at) / 60)::bigint as seat_minutes,
                      count(*) filter (where step_free) as step_free,
                      count(*) filter (where language = 'gcf') as creole,
                      count(*) filter (where women_only) as women_only,
                      count(*) filter (where childcare) as childcare,
                      count(*) filter (where exists (select from learning.participation n
                        where n.session = held.id and n.state = 'CONFIRMED')) as unnoted
                    from held group by 1, 2, 3, 4 order by 1, 2, 4
                    """))
        .param("zone", within.zone().getId())
        .query((row, _) ->
            new Held(
                YearMonth.parse(row.getString("month")),
                row.getObject("place", UUID.class),
                row.getString("area"),
                Audiences.word(row.getString("audience")),
                new Count(
                    row.getLong("sessions"),
                    row.getLong("minutes"),
                    row.getLong("seat_minutes"),
                    row.getLong("step_free"),
                    row.getLong("creole"),
                    row.getLong("women_only"),
                    row.getLong("childcare"),
                    row.getLong("unnoted"))))
        .list();
  }

  /// The neighbourhoods of sessions that a demonstration invented: where nothing else took place,
  /// nothing is known.
  List<String> areasOfExamples() {
    return sql.sql(
            """
            select distinct coalesce(p.area, '-') from learning.session s join learning.place p on p.id = s.place
            join learning.course c on c.code = s.course
            where s.example or c.example or p.example
            """)
        .query(String.class)
        .list();
  }
}

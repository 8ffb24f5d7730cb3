package org.foyal.things.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What real objects reported. What is marked as an example, or hangs on an example, is never read.
@Repository("thingsFigureStore")
class ThingFigureStore {
  private static final String REAL =
      """
      things.datastream d
      join things.thing t on t.id = d.thing and not t.example
      join things.sensor s on s.id = d.sensor and not s.example
      join things.observed_property p on p.id = d.observed_property and not p.example\
      """;

  private final JdbcClient sql;

  ThingFigureStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// An object that reported.
  ///
  /// @param where the middle of the first place that it has on the map, if any
  record Heard(long thing, Optional<Position> where) {}

  /// Objects of which an observation speaks of a time from one moment to before another.
  List<Heard> heard(Instant since, Instant until, int most) {
    return sql.sql(
            """
            select t.id, place.middle[1] as latitude, place.middle[0] as longitude
            from things.thing t
            left join lateral (
              select center(l.around) as middle from things.thing_location tl
              join things.location l on l.id = tl.location and not l.example and l.around is not null
              where tl.thing = t.id order by l.id limit 1) place on true
            where t.id in (
              select d.thing from %s
              where not d.example
                and d.phenomenon_from < :until and d.phenomenon_until >= :since
                and exists (select 1 from things.observation o where o.datastream = d.id
                  and o.phenomenon_from >= :since and o.phenomenon_from < :until))
            order by t.id limit :most
            """
                .formatted(REAL))
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, _) -> new Heard(row.getLong("id"), where(row)))
        .list();
  }

  private static Optional<Position> where(ResultSet row) throws SQLException {
    double latitude_deg = row.getDouble("latitude");
    if (row.wasNull()) {
      return Optional.empty();
    }
    double longitude_deg = row.getDouble("longitude");
    return Math.abs(latitude_deg) <= 90 && Math.abs(longitude_deg) <= 180
        ? Optional.of(new Position(latitude_deg, longitude_deg))
        : Optional.empty();
  }

  /// How many observations speak of a time from one moment to before another. Where all of a
  /// datastream's do, what it keeps count of is taken; others are counted within its index.
  long observations(Instant since, Instant until) {
    return sql.sql(
            """
            select coalesce(sum(case
                when d.phenomenon_from >= :since and d.phenomenon_until < :until then d.observations
                else (select count(*) from things.observation o where o.datastream = d.id
                  and o.phenomenon_from >= :since and o.phenomenon_from < :until) end), 0)::bigint
            from %s
            where not d.example and d.phenomenon_from < :until and d.phenomenon_until >= :since
            """
                .formatted(REAL))
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}

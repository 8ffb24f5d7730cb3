package org.foyal.fibre.premises;

import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What stands now, in `fibre.building` and `fibre.offer`, by the indices of what stands: no past
/// version is read, however many there are.
@Repository
class StandingStore {
  private static final String STANDS = " true_until is null and superseded_at is null ";

  private final JdbcClient sql;

  StandingStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Building> find(String ref) {
    return sql.sql(
            """
            select * from fibre.building
            where source in ('IPE', 'ARCEP', 'BASE') and ref = :ref and
            """
                + STANDS
                + "order by source")
        .param("ref", ref)
        .query(PremisesStore::building)
        .list();
  }

  List<Building> ofStreet(String streetId, int atMost) {
    return sql.sql(
            "select * from fibre.building where street_id = :street and"
                + STANDS
                + "order by number, number_suffix, block, ref, source limit :most")
        .param("street", streetId)
        .param("most", atMost)
        .query(PremisesStore::building)
        .list();
  }

  List<Building> around(Position where, double radius_m, int atMost) {
    double lat = radius_m / Position.DEGREE_m;
    double lon = lat / Math.max(0.01, Math.cos(Math.toRadians(where.latitude_deg())));
    return sql.sql(
            "select * from fibre.building where"
                + STANDS
                + """
                and lat between :south and :north and lon between :west and :east
                order by (lat - :lat) ^ 2 + (lon - :lon) ^ 2, ref, source limit :most
                """)
        .param("south", where.latitude_deg() - lat)
        .param("north", where.latitude_deg() + lat)
        .param("west", where.longitude_deg() - lon)
        .param("east", where.longitude_deg() + lon)
        .param("lat", where.latitude_deg())
        .param("lon", where.longitude_deg())
        .param("most", atMost)
        .query(PremisesStore::building)
        .list();
  }

  /// Whether the files of a network tell of some building of a street, or of a neighbourhood.
  boolean isNetworkTold(String streetId, String area) {
    return sql.sql(
            """
            select exists (select 1 from fibre.building where street_id = :street and source <> 'BASE'
                and true_until is null and superseded_at is null)
              or exists (select 1 from fibre.building where area_code = :area and source <> 'BASE'
                and true_until is null and superseded_at is null)
            """)
        .param("street", streetId)
        .param("area", area)
        .query(Boolean.class)
        .single();
  }

  /// The last that was held of a building that no file has any more.
  Optional<Building> findGone(String ref) {
    return sql.sql(
            """
            select * from fibre.building
            where source in ('IPE', 'ARCEP', 'BASE') and ref = :ref
              and true_until is not null and superseded_at is null
            order by true_until desc, source limit 1
            """)
        .param("ref", ref)
        .query(PremisesStore::building)
        .optional();
  }

  List<Offer> offers(String building) {
    return sql.sql(
            """
            select * from fibre.offer where (source = 'ARCEP' and ref = :building or building = :building) and
            """
                + STANDS
                + "order by operator, technology")
        .param("building", building)
        .query(PremisesStore::offer)
        .list();
  }
}

package org.foyal.territory.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.foyal.kernel.Position;
import org.foyal.territory.search.Hit.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what can be found by name: all names once a version, house numbers one street at a time.
@Repository
class SearchStore {
  private final JdbcClient sql;

  SearchStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Every current name. A street of which only addresses are known is found too, but has no page.
  List<Named> names() {
    return sql.sql(
            """
            select 'AREA' as kind, code as key, name, parent_code as commune_code, code as area_code,
              label_lat as lat, label_lon as lon,
              coalesce(population, 0)::bigint as importance, true as page
            from territory.area where replaced is null
            union all
            select 'STREET', id, name, commune_code, area_code, lat, lon, length_m, true
            from territory.street where replaced is null
            union all
            select 'STREET', a.street_id, min(a.street_name), min(a.commune_code), min(a.area_code),
              avg(a.lat), avg(a.lon), 0, false
            from territory.address a
            where a.replaced is null and not exists (
              select from territory.street s where s.id = a.street_id and s.replaced is null)
            group by a.street_id
            union all
            select 'PLACE', ref, name, null, area_code, lat, lon, 0, false
            from territory.place where replaced is null
            """)
        .query(SearchStore::named)
        .list();
  }

  private static Named named(ResultSet row, int n) throws SQLException {
    var lat = row.getObject("lat", Double.class);
    var lon = row.getObject("lon", Double.class);
    return new Named(
        Kind.valueOf(row.getString("kind")),
        row.getString("key"),
        row.getString("name"),
        row.getString("commune_code"),
        row.getString("area_code"),
        lat == null || lon == null ? null : new Position(lat, lon),
        row.getLong("importance"),
        row.getBoolean("page"));
  }

  /// The communes of each postcode, as the addresses tell.
  Map<String, Set<String>> communesOfPostcode() {
    var communes = new HashMap<String, Set<String>>();
    sql.sql(
            """
            select distinct postcode, commune_code from territory.address
            where replaced is null and postcode <> ''
            """)
        .query(row -> {
          communes
              .computeIfAbsent(row.getString("postcode"), _ -> new TreeSet<>())
              .add(row.getString("commune_code"));
        });
    return communes;
  }

  /// A house number of a street: where it stands, and in which neighbourhood.
  record Address(String streetId, @Nullable String areaCode, Position where) {}

  /// That house number in each of these streets, where there is one.
  Map<String, Address> addresses(List<String> streetIds, String number) {
    var found = new HashMap<String, Address>();
    sql.sql(
            """
            select street_id, area_code, lat, lon from territory.address
            where street_id = any(:streets) and lower(number) = :number and replaced is null
            order by ref
            """)
        .param("streets", streetIds.toArray(String[]::new))
        .param("number", number)
        .query(row -> {
          var address =
              new Address(
                  row.getString("street_id"),
                  row.getString("area_code"),
                  new Position(row.getDouble("lat"), row.getDouble("lon")));
          found.putIfAbsent(address.streetId(), address);
        });
    return found;
  }

  /// The nearest house number within 80 m, as it is written. Only streets whose middle lies within
  /// 2 km are read, as addresses have no index by place.
  Optional<String> addressNear(Position where) {
    return sql.sql(
            """
            select a.number || ' ' || a.street_name as name from territory.address a
            where a.replaced is null and a.street_id in (
                select s.id from territory.street s where s.replaced is null
                  and s.lat between :lat - 0.018 and :lat + 0.018
                  and s.lon between :lon - 0.018 / :cosine and :lon + 0.018 / :cosine)
              and ((a.lat - :lat) * :degree) ^ 2 + ((a.lon - :lon) * :degree * :cosine) ^ 2 <= 80 ^ 2
            order by (a.lat - :lat) ^ 2 + ((a.lon - :lon) * :cosine) ^ 2, a.ref limit 1
            """)
        .params(around(where))
        .query(String.class)
        .optional();
  }

  /// The street whose middle is nearest, within 200 m.
  Optional<String> streetNear(Position where) {
    return sql.sql(
            """
            select s.name from territory.street s
            where s.replaced is null
              and ((s.lat - :lat) * :degree) ^ 2 + ((s.lon - :lon) * :degree * :cosine) ^ 2 <= 200 ^ 2
            order by (s.lat - :lat) ^ 2 + ((s.lon - :lon) * :cosine) ^ 2, s.id limit 1
            """)
        .params(around(where))
        .query(String.class)
        .optional();
  }

  private static Map<String, Double> around(Position where) {
    double cosine = Math.max(0.01, Math.cos(Math.toRadians(where.latitude_deg())));
    return Map.of(
        "lat",
        where.latitude_deg(),
        "lon",
        where.longitude_deg(),
        "cosine",
        cosine,
        "degree",
        Position.DEGREE_m);
  }
}

package org.foyal.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the areas and streets that are current.
@Repository
class AreaStore {
  private final JdbcClient sql;

  AreaStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// An area and its outline, none while it is not known.
  record Outlined(Area area, @Nullable Geometry outline) {}

  /// A number that changes whenever an import is applied or undone.
  long version() {
    return sql.sql(
            "select coalesce(max(id), 0) + count(undone_at) * 1000000000 from territory.import")
        .query(Long.class)
        .single();
  }

  List<Outlined> areas() {
    return sql.sql("select * from territory.area where replaced is null order by code")
        .query((row, _) -> new Outlined(area(row), outline(row)))
        .list();
  }

  List<Street> streetsOf(String areaCode) {
    return sql.sql(
            """
            select * from territory.street
            where area_code = :area and replaced is null
            order by name collate "fr-x-icu"
            """)
        .param("area", areaCode)
        .query(AreaStore::street)
        .list();
  }

  Optional<Street> findStreet(String id) {
    return sql.sql("select * from territory.street where id = :id and replaced is null")
        .param("id", id)
        .query(AreaStore::street)
        .optional();
  }

  /// Nearest by degrees, a degree of longitude shortened as it is at that latitude.
  List<Street> streetsNear(Street street, int atMost) {
    return sql.sql(
            """
            select * from territory.street
            where commune_code = :commune and id <> :id and replaced is null
            order by (lat - :lat) ^ 2 + ((lon - :lon) * cos(radians(:lat))) ^ 2, id
            limit :atMost
            """)
        .param("commune", street.communeCode())
        .param("id", street.id())
        .param("lat", street.middle().latitude_deg())
        .param("lon", street.middle().longitude_deg())
        .param("atMost", atMost)
        .query(AreaStore::street)
        .list();
  }

  void eachStreet(Consumer<Street> reader) {
    try (var streets =
        sql
            .sql("select * from territory.street where replaced is null order by id")
            .withFetchSize(1_000)
            .query(AreaStore::street)
            .stream()) {
      streets.forEach(reader);
    }
  }

  private static Street street(ResultSet row, int n) throws SQLException {
    return new Street(
        row.getString("id"),
        row.getString("name"),
        row.getString("commune_code"),
        row.getString("area_code"),
        row.getInt("length_m"),
        new Position(row.getDouble("lat"), row.getDouble("lon")));
  }

  private static Area area(ResultSet row) throws SQLException {
    var labelLat = row.getObject("label_lat", Double.class);
    var labelLon = row.getObject("label_lon", Double.class);
    return new Area(
        row.getString("code"),
        Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("parent_code"),
        row.getObject("population", Integer.class),
        row.getString("population_period"),
        row.getBoolean("official_outline"),
        labelLat == null || labelLon == null ? null : new Position(labelLat, labelLon));
  }

  private static @Nullable Geometry outline(ResultSet row) throws SQLException {
    var wkb = row.getBytes("outline");
    try {
      return wkb == null ? null : new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new SQLException("outline of " + row.getString("code") + " is not WKB", e);
    }
  }
}

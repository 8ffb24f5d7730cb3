package org.foyal.territory.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what the map draws and hands out, besides areas: roads, streets, places, where they came
/// from.
@Repository
class MapStore {
  private final JdbcClient sql;

  MapStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A place with a name, such as a hamlet or a hill.
  record Place(
      String ref,
      String name,
      String kind,
      @Nullable String areaCode,
      Position where,
      long source) {}

  /// A street's name and where its middle lies.
  record StreetPoint(
      String id,
      String name,
      @Nullable String areaCode,
      int length_m,
      Position where,
      long source) {}

  /// Where rows came from, as the licence asks to say.
  record Source(long id, String source, String licence) {}

  List<Road> roads() {
    return sql.sql("select * from territory.road where replaced is null order by imported, ref")
        .query((row, _) -> road(row))
        .list();
  }

  List<Place> places() {
    return sql.sql("select * from territory.place where replaced is null order by imported, ref")
        .query(MapStore::place)
        .list();
  }

  /// Hands over every street, one by one, in order of identifier.
  void eachStreet(Consumer<StreetPoint> to) {
    sql.sql("select * from territory.street where replaced is null order by id")
        .withFetchSize(1000)
        .query(row -> {
          to.accept(street(row));
        });
  }

  List<Source> sources() {
    return sql.sql(
            "select id, source, licence from territory.import where undone_at is null order by id")
        .query((row, _) ->
            new Source(row.getLong("id"), row.getString("source"), row.getString("licence")))
        .list();
  }

  /// The import that each current area came by.
  Map<String, Long> areaSources() {
    var sources = new HashMap<String, Long>();
    sql.sql("select code, imported from territory.area where replaced is null")
        .query(row -> {
          sources.put(row.getString("code"), row.getLong("imported"));
        });
    return sources;
  }

  private static Road road(ResultSet row) throws SQLException {
    try {
      return new Road(
          row.getLong("imported"),
          Road.Rank.valueOf(row.getString("class").toUpperCase(Locale.ROOT)),
          Road.Structure.valueOf(row.getString("structure").toUpperCase(Locale.ROOT)),
          row.getString("name"),
          row.getDouble("length_m"),
          (LineString) new WKBReader().read(row.getBytes("line")));
    } catch (ParseException e) {
      throw new SQLException("line of road " + row.getString("ref") + " is not WKB", e);
    }
  }

  private static Place place(ResultSet row, int n) throws SQLException {
    return new Place(
        row.getString("ref"),
        row.getString("name"),
        row.getString("kind"),
        row.getString("area_code"),
        new Position(row.getDouble("lat"), row.getDouble("lon")),
        row.getLong("imported"));
  }

  private static StreetPoint street(ResultSet row) throws SQLException {
    return new StreetPoint(
        row.getString("id"),
        row.getString("name"),
        row.getString("area_code"),
        row.getInt("length_m"),
        new Position(row.getDouble("lat"), row.getDouble("lon")),
        row.getLong("imported"));
  }
}

package org.foyal.territory.walking;

import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the roads that one may walk along.
@Repository
class WayStore {
  private final JdbcClient sql;

  WayStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A road that one may walk along.
  ///
  /// @param line WGS 84, longitude first
  record Way(double length_m, LineString line) {}

  List<Way> list() {
    return sql.sql(
            """
            select length_m, line from territory.road
            where replaced is null and class <> 'highway' order by imported, ref
            """)
        .query((row, _) -> new Way(row.getDouble("length_m"), line(row.getBytes("line"))))
        .list();
  }

  private static LineString line(byte[] wkb) {
    try {
      return (LineString) new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a road of the database is no line", e);
    }
  }
}

package org.foyal.requests.routing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who answers where, in `requests.route`, and how many reports that touches.
@Repository
class RouteStore {
  private final JdbcClient sql;

  RouteStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The departments of a category, by neighbourhood.
  Map<String, String> list(String category) {
    var routes = new TreeMap<String, String>();
    sql.sql("select area, department from requests.route where category = :category")
        .param("category", category)
        .query(row -> {
          routes.put(row.getString("area"), row.getString("department"));
        });
    return routes;
  }

  /// Takes the next version of a category; false when somebody else did first.
  boolean take(String category, int version) {
    return sql.sql(
                """
                update requests.category set version = version + 1
                where code = :category and version = :version
                """)
            .param("category", category)
            .param("version", version)
            .update()
        == 1;
  }

  /// Says anew who answers a category in some neighbourhoods; what is said of others stays.
  void replace(String category, Collection<String> areas, Map<String, String> routes) {
    sql.sql("delete from requests.route where category = :category and area = any(:areas)")
        .param("category", category)
        .param("areas", areas.toArray(String[]::new))
        .update();
    routes.forEach((area, department) ->
        sql.sql(
                "insert into requests.route (category, area, department) values (:category, :area, :department)")
            .param("category", category)
            .param("area", area)
            .param("department", department)
            .update());
  }

  /// How many real reports of a category were filed since a moment, by neighbourhood.
  Map<String, Integer> countSince(String category, Instant since) {
    return byArea(
        sql.sql(
                """
                select area, count(*) as reports from requests.report
                where category = :category and filed_at > :since and area is not null
                  and not example
                group by area
                """)
            .param("category", category)
            .param("since", since.atOffset(ZoneOffset.UTC)));
  }

  private static Map<String, Integer> byArea(JdbcClient.StatementSpec statement) {
    var counts = new TreeMap<String, Integer>();
    statement.query(row -> {
      counts.put(row.getString("area"), row.getInt("reports"));
    });
    return counts;
  }
}

package org.foyal.territory;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A commune of two neighbourhoods side by side, with scores, streets and figures, put straight
/// into the tables; the real numbers of one neighbourhood, so that sums can be checked against
/// them.
@TestComponent
public class TwoNeighbourhoods {
  public static final String COMMUNE = "97299";
  public static final String WEST = "972990101";
  public static final String EAST = "972990102";
  public static final String STREET = "97299-rue-des-essais";

  private static final List<String> INDICATORS =
      List.of(
          "score_global",
          "score_acces",
          "score_competences",
          "acces_information",
          "acces_interfaces_numeriques",
          "competences_administratives",
          "competences_numeriques_scolaires");

  private final JdbcClient sql;
  private final ApplicationEventPublisher events;

  public TwoNeighbourhoods(JdbcClient sql, ApplicationEventPublisher events) {
    this.sql = sql;
    this.events = events;
  }

  /// Empties the territory and puts the commune in.
  public void settle() {
    clear();
    long areas = imported("AREAS", "Essai", "Licence Ouverte 2.0", "2026-11-20T12:00:00Z");
    area(
        areas,
        new Piece(COMMUNE, null, "Essai-Ville", 3000, box(-61.10, 14.60, -61.06, 14.62), true));
    area(
        areas,
        new Piece(WEST, COMMUNE, "Bourg d’Essai", 1957, box(-61.10, 14.60, -61.08, 14.62), false));
    area(
        areas,
        new Piece(EAST, COMMUNE, "Morne Épreuve", 888, box(-61.08, 14.60, -61.06, 14.62), false));
    long scores = imported("SCORES", "Indice d’essai", "donnée publiée", "2026-11-20T12:01:00Z");
    scores(scores, WEST, 112, 127, 97, 139, 101, 128, 82);
    scores(scores, EAST, 101, 101, 100, 101, 101, 91, 104);
    long streets =
        imported(
            "STREETS", "© les contributeurs OpenStreetMap", "ODbL 1.0", "2026-11-20T12:02:00Z");
    street(streets, new Way(STREET, "Rue des Essais", WEST, 420, 14.61, -61.09));
    street(
        streets,
        new Way(
            "97299-rue-l-eveque", "Rue « L’Évêque », dite \"Longue\"", WEST, 90, 14.611, -61.091));
    street(streets, new Way("97299-chemin-est", "Chemin Est", EAST, 1200, 14.61, -61.07));
    long figures = imported("FIGURES", "Chiffres publiés", "faits cités", "2026-11-20T12:03:00Z");
    figure(figures, COMMUNE, "population_totale", "2012", "4000", "hab");
    figure(figures, COMMUNE, "population_0_14", "2012", "1000", "hab");
    figure(figures, COMMUNE, "population_75_plus", "2014", "300", "hab");
    figure(figures, "972", "internet_a_domicile_pct", "2017", "76", "% des 15 ans et +");
    events.publishEvent(new TerritoryChanged(figures));
  }

  /// Puts three more neighbourhoods in, where five are needed to be compared; answers all five.
  public List<String> andThreeMore() {
    long areas = imported("AREAS", "Essai, suite", "Licence Ouverte 2.0", "2026-11-20T12:04:00Z");
    var codes = new ArrayList<>(List.of(WEST, EAST));
    for (int i = 3; i <= 5; i++) {
      var code = COMMUNE + "010" + i;
      double west = -61.06 + 0.02 * (i - 3);
      var box = box(west, 14.60, west + 0.02, 14.62);
      area(areas, new Piece(code, COMMUNE, "Essai " + i, 1000 * i, box, false));
      codes.add(code);
    }
    events.publishEvent(new TerritoryChanged(areas));
    return codes;
  }

  /// Empties the territory.
  public void clear() {
    sql.sql("truncate territory.import, territory.refused_row restart identity cascade").update();
    // numbers go on, so that what is kept for an earlier version is never taken for a later one
    sql.sql("select setval('territory.import_id_seq', :at)")
        .param("at", System.nanoTime() / 1000)
        .query(Long.class)
        .single();
    events.publishEvent(new TerritoryChanged(0));
  }

  /// An import that moves the border and counts anew, told or not.
  public void moveTheBorder(boolean tell) {
    long later =
        imported("AREAS", "Essai, révision", "Licence Ouverte 2.0", "2026-11-22T12:00:00Z");
    replace(later, WEST);
    replace(later, EAST);
    area(
        later,
        new Piece(WEST, COMMUNE, "Bourg d’Essai", 2000, box(-61.10, 14.60, -61.09, 14.62), true));
    area(
        later,
        new Piece(EAST, COMMUNE, "Morne Épreuve", 888, box(-61.09, 14.60, -61.06, 14.62), true));
    if (tell) {
      events.publishEvent(new TerritoryChanged(later));
    }
  }

  private void replace(long by, String code) {
    sql.sql("update territory.area set replaced = :by where code = :code and replaced is null")
        .param("by", by)
        .param("code", code)
        .update();
  }

  private static Geometry box(double west, double south, double east, double north) {
    var wkt =
        "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
            .formatted(west, south, east, north);
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private long imported(String kind, String source, String licence, String at) {
    return sql.sql(
            """
            insert into territory.import (kind, file_name, sha256, source, licence, imported_at, imported_by)
            values (:kind, 'essai', repeat('0', 64), :source, :licence, :at, 'test') returning id
            """)
        .param("kind", kind)
        .param("source", source)
        .param("licence", licence)
        .param("at", OffsetDateTime.parse(at))
        .query(Long.class)
        .single();
  }

  private record Piece(
      String code,
      @Nullable String parent,
      String name,
      int population,
      Geometry outline,
      boolean official) {}

  private record Way(String id, String name, String area, int length_m, double lat, double lon) {}

  private void area(long by, Piece piece) {
    var box = piece.outline().getEnvelopeInternal();
    sql.sql(
            """
            insert into territory.area values (:code, :kind, :name, :parent, :population, '2020', :official,
              :outline, :south, :west, :north, :east, :south, :west, :by, null)
            """)
        .params(
            Map.of(
                "code", piece.code(),
                "kind", piece.parent() == null ? "COMMUNE" : "IRIS",
                "name", piece.name(),
                "population", piece.population(),
                "official", piece.official(),
                "outline", new WKBWriter().write(piece.outline()),
                "by", by))
        .param("parent", piece.parent())
        .param("south", box.getMinY())
        .param("west", box.getMinX())
        .param("north", box.getMaxY())
        .param("east", box.getMaxX())
        .update();
  }

  private void scores(long by, String code, int... values) {
    for (int i = 0; i < values.length; i++) {
      sql.sql("insert into territory.score values (:code, :indicator, '2020', :score, :by, null)")
          .param("code", code)
          .param("indicator", INDICATORS.get(i))
          .param("score", values[i])
          .param("by", by)
          .update();
    }
  }

  private void street(long by, Way way) {
    sql.sql(
            "insert into territory.street values (:id, :name, :commune, :area, :length, :lat, :lon, :by, null)")
        .param("id", way.id())
        .param("name", way.name())
        .param("commune", COMMUNE)
        .param("area", way.area())
        .param("length", way.length_m())
        .param("lat", way.lat())
        .param("lon", way.lon())
        .param("by", by)
        .update();
  }

  private void figure(
      long by, String territory, String indicator, String period, String value, String unit) {
    sql.sql(
            """
            insert into territory.published_figure
            values (:territory, :indicator, :period, :value::numeric, :unit, 'Insee', 'https://www.insee.fr/x', :by, null)
            """)
        .param("territory", territory)
        .param("indicator", indicator)
        .param("period", period)
        .param("value", value)
        .param("unit", unit)
        .param("by", by)
        .update();
  }
}

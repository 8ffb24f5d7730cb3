package org.foyal.territory.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The layers of the demonstration city, read straight from its files.
final class RealCity {
  private static final Path FOLDER = Path.of("cities/fort-de-france");

  private RealCity() {}

  static Layers layers() {
    var communes = areas("martinique_communes.geojson", "code_insee", "nom", Kind.COMMUNE);
    var areas = areas("fdf_quartiers_iris_approches.geojson", "code_iris", "nom_iris", Kind.IRIS);
    var roads = new ArrayList<Road>();
    roads.addAll(roads("martinique_routes_principales_osm.geojson", 1));
    roads.addAll(roads("fdf_voirie_osm.geojson", 2));
    return new Layers(new Layers.Parts(7, "97209", communes, areas, roads, places()));
  }

  private static JsonNode features(String file) {
    try {
      return JsonMapper.shared().readTree(Files.readString(FOLDER.resolve(file))).get("features");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Geometry geometry(JsonNode feature) {
    try {
      return new GeoJsonReader().read(feature.get("geometry").toString());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Layers.Outlined> areas(String file, String code, String name, Kind kind) {
    var areas = new ArrayList<Layers.Outlined>();
    for (var feature : features(file)) {
      var outline = geometry(feature);
      var inside = outline.getInteriorPoint();
      areas.add(
          new Layers.Outlined(
              new Area(
                  feature.at("/properties/" + code).asString(),
                  kind,
                  feature.at("/properties/" + name).asString(),
                  null,
                  null,
                  null,
                  kind == Kind.COMMUNE,
                  new Position(inside.getY(), inside.getX())),
              outline));
    }
    return areas;
  }

  private static List<Road> roads(String file, long source) {
    var roads = new ArrayList<Road>();
    for (var feature : features(file)) {
      var properties = feature.get("properties");
      roads.add(
          new Road(
              source,
              Road.Rank.valueOf(properties.get("classe").asString().toUpperCase(Locale.ROOT)),
              Road.Structure.valueOf(
                  properties.path("structure").asString("normal").toUpperCase(Locale.ROOT)),
              properties.get("nom").asString(),
              0,
              (LineString) geometry(feature)));
    }
    return roads;
  }

  private static List<MapStore.Place> places() {
    try (var lines = Files.lines(FOLDER.resolve("martinique_lieux_nommes_geonames.csv"))) {
      return lines
          .skip(1)
          .map(line -> List.of(line.split(",", -1)))
          .filter(row -> row.size() == 6)
          .map(row ->
              new MapStore.Place(
                  row.get(4),
                  row.get(0),
                  "place",
                  null,
                  new Position(Double.parseDouble(row.get(2)), Double.parseDouble(row.get(1))),
                  3))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

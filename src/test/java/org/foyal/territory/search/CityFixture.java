package org.foyal.territory.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.foyal.territory.TerritoryChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Fills the territory’s tables from `cities/`: 876 streets (© les contributeurs OpenStreetMap,
/// ODbL 1.0), 38 neighbourhoods (Insee, Licence Ouverte 2.0), 7 places (GeoNames, CC BY), and a few
/// invented house numbers, which no real source gives.
@TestComponent
public class CityFixture {
  private final JdbcClient sql;
  private final ApplicationEventPublisher events;

  CityFixture(JdbcClient sql, ApplicationEventPublisher events) throws IOException {
    this.sql = sql;
    this.events = events;
    fill();
  }

  private void fill() throws IOException {
    long streets = beginImport("STREETS");
    area("97209", "COMMUNE", "Fort-de-France", null, 76512, streets);
    area("97213", "COMMUNE", "Le Lamentin", null, 40175, streets);
    for (var row : rows("martinique_iris_fragilite_numerique_2020.csv")) {
      if (row.get(1).equals("97209")) {
        area(row.get(0), "IRIS", row.get(3), "97209", Integer.parseInt(row.get(4)), streets);
      }
    }
    for (var row : rows("fdf_voies_osm.csv")) {
      street("97209", row.get(0), row.get(5), Integer.parseInt(row.get(2)), streets);
    }
    street("97213", "Rue Lamartine", null, 90, streets);
    for (var row : rows("martinique_lieux_nommes_geonames.csv")) {
      if (row.get(3).equals("97209")) {
        place("geonames-" + row.get(4), row.get(0), streets);
      }
    }
    address("97209-rue-lamartine", "Rue Lamartine", "12BIS", "97200", streets);
    address("97209-rue-lamartine", "Rue Lamartine", "14", "97200", streets);
    address("97213-rue-lamartine", "Rue Lamartine", "14", "97232", streets);
    address("97213-rue-des-addresses-seules", "Rue des Adresses Seules", "1", "97232", streets);
    changed(streets);
  }

  long beginImport(String kind) {
    return sql.sql(
            """
            insert into territory.import
              (kind, file_name, sha256, source, licence, imported_at, imported_by)
            values (:kind, 'fixture', repeat('0', 64), 'fixture', '', now(), 'a test')
            returning id
            """)
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  void changed(long importId) {
    events.publishEvent(new TerritoryChanged(importId));
  }

  private void area(
      String code,
      String kind,
      String name,
      @Nullable String parent,
      int population,
      long importId) {
    sql.sql(
            """
            insert into territory.area
              (code, kind, name, parent_code, population, official_outline, imported)
            values (?, ?, ?, ?, ?, false, ?)
            """)
        .params(Arrays.asList(code, kind, name, parent, population, importId))
        .update();
  }

  void street(String commune, String name, @Nullable String area, int length_m, long importId) {
    sql.sql("insert into territory.street values (?, ?, ?, ?, ?, 14.6, -61.07, ?)")
        .params(Arrays.asList(commune + "-" + slug(name), name, commune, area, length_m, importId))
        .update();
  }

  private void place(String ref, String name, long importId) {
    sql.sql("insert into territory.place values (?, ?, 'locality', '972090112', 14.6, -61.07, ?)")
        .params(ref, name, importId)
        .update();
  }

  private void address(String street, String name, String number, String postcode, long importId) {
    sql.sql("insert into territory.address values (?, ?, ?, ?, ?, ?, null, 14.61, -61.08, ?)")
        .params(
            street + "_" + number, number, name, street, postcode, street.substring(0, 5), importId)
        .update();
  }

  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-");
  }

  private static List<List<String>> rows(String file) throws IOException {
    try (var lines = Files.lines(Path.of("cities/fort-de-france", file))) {
      return lines.skip(1).map(line -> List.of(line.split(",", -1))).toList();
    }
  }
}

package org.foyal.territory.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.foyal.HouseTest;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Territory;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.foyal.territory.files.ImportOutcome.NothingNew;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The real files of the demonstration city, from an empty database on.
@HouseTest
class TheCitysFilesTest {
  private static final Path CITY = Path.of("cities/fort-de-france");
  private static final List<String> NAMES =
      List.of(
          "martinique_communes.geojson",
          "martinique_communes_stats.csv",
          "fdf_quartiers_iris_approches.geojson",
          "martinique_iris_fragilite_numerique_2020.csv",
          "fdf_voies_osm.csv",
          "fdf_voirie_osm.geojson",
          "martinique_routes_principales_osm.geojson",
          "martinique_lieux_nommes_geonames.csv",
          "fdf_chiffres_publies.csv");

  @Autowired TerritoryFiles files;
  @Autowired Territory territory;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;

  @BeforeEach
  void nothingIsKnown() {
    Emptied.territory(sql, events);
  }

  private ImportOutcome bring(String name) {
    return files.bring(ImportOrder.of(CITY.resolve(name), "test").of(Set.of("97209")));
  }

  @Test
  void comeInWholeAndASecondTimeChangeNothing() {
    for (var name : NAMES) {
      assertThat(bring(name))
          .as(name)
          .isInstanceOfSatisfying(
              Applied.class,
              applied -> {
                var counts = applied.report().counts();
                assertThat(applied.report().refused()).as(name).isEmpty();
                assertThat(counts.read())
                    .as(name)
                    .isPositive()
                    .isEqualTo(counts.added() + counts.changed() + counts.aside());
              });
    }
    assertThat(territory.listAreas(Kind.COMMUNE)).hasSize(34);
    assertThat(territory.listAreas(Kind.IRIS)).hasSize(38);
    assertThat(territory.areaAt(new Position(14.6037, -61.0703), Kind.IRIS)).isPresent();
    assertThat(territory.getArea("97209").population()).isEqualTo(75_165);
    assertThat(territory.listStreets("972090102")).isNotEmpty();
    for (var name : NAMES) {
      assertThat(bring(name)).as(name).isInstanceOf(NothingNew.class);
    }
    assertThat(files.listImports()).hasSize(NAMES.size());
  }

  @Test
  void oweTheirProducersANoticeAsLongAsSomethingOfThemStands() {
    NAMES.forEach(this::bring);
    assertThat(files.listNotices())
        .extracting(Notice::source)
        .anyMatch(source -> source.startsWith("IGN ADMIN EXPRESS"))
        .anyMatch(source -> source.equals("Insee, DGCL"))
        .anyMatch(source -> source.contains("OpenStreetMap"))
        .anyMatch(source -> source.contains("GeoNames"))
        .anyMatch(source -> source.contains("La MedNum"));
    assertThat(files.listNotices())
        .extracting(Notice::note)
        .anyMatch(note -> note.contains("NON OFFICIELS"));
  }
}

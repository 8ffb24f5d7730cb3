package org.foyal.territory.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.foyal.HouseTest;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Territory;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.foyal.territory.files.ImportOutcome.NothingNew;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The real files of the demonstration city, from an empty database on.
@HouseTest
class TheCitysFilesTest {
  private static final Path CITY = Path.of("cities/fort-de-france");

  @Autowired TerritoryFiles files;
  @Autowired Territory territory;

  private ImportOutcome bring(String name) {
    return files.bring(ImportOrder.of(CITY.resolve(name), "test").of(Set.of("97209")));
  }

  @Test
  void comeInWholeAndASecondTimeChangeNothing() {
    var names =
        new String[] {
          "martinique_communes.geojson",
          "martinique_communes_stats.csv",
          "fdf_quartiers_iris_approches.geojson",
          "martinique_iris_fragilite_numerique_2020.csv",
          "fdf_voies_osm.csv",
          "fdf_voirie_osm.geojson",
          "martinique_routes_principales_osm.geojson",
          "martinique_lieux_nommes_geonames.csv"
        };
    for (var name : names) {
      var outcome = bring(name);
      System.out.println(name + " " + show(outcome));
    }
    for (var name : names) {
      assertThat(bring(name)).as(name).isInstanceOf(NothingNew.class);
    }
    assertThat(territory.listAreas(Kind.IRIS)).hasSize(38);
    assertThat(territory.areaAt(new Position(14.6037, -61.0703), Kind.IRIS)).isPresent();
    System.out.println(files.listNotices());
  }

  private static String show(ImportOutcome outcome) {
    return outcome instanceof Applied(var id, var report)
        ? id
            + " "
            + report.format()
            + " "
            + report.counts()
            + " "
            + report.refused().stream().limit(5).toList()
        : outcome.toString();
  }
}

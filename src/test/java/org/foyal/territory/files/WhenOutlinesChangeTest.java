package org.foyal.territory.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foyal.HouseTest;
import org.foyal.shell.language.Language;
import org.foyal.territory.Score;
import org.foyal.territory.Territory;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Streets, places and addresses follow the outlines, there and back.
@HouseTest
class WhenOutlinesChangeTest {
  private static final String BOURG = "972010101";
  private static final String MORNE = "972010102";
  private static final String STREETS = "nom_voie,nb_troncons,longueur_m,lon,lat\n";
  private static final String SCORES =
      """
      code_iris,score_global,score_acces,score_competences,acces_information,\
      acces_interfaces_numeriques,competences_administratives,competences_numeriques_scolaires
      """;

  @Autowired TerritoryFiles files;
  @Autowired Territory territory;
  @Autowired ReportText text;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  /// Two neighbourhoods that meet at -61.05, with something at -61.04 of each kind.
  @BeforeEach
  void twoNeighbourhoodsMeetInTheMiddle() throws IOException {
    Emptied.territory(sql, events);
    bring(collection(feature("\"code_insee\":\"97201\",\"nom\":\"Une\"", -61.1, -61.0)));
    bring(derived(-61.05));
    bring(STREETS + "Rue A,1,50,-61.04,14.65\nRue B,1,50,-61.09,14.65\n");
    bring("nom,lon,lat,geonames_id\nPointe A,-61.04,14.65,7\n");
    bring(
        """
        id;numero;rep;nom_voie;code_postal;code_insee;lon;lat
        a1;1;;Rue A;97200;97201;-61.04;14.65
        """);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static String feature(String properties, double west, double east) {
    return """
    {"type":"Feature","properties":{%1$s},"geometry":{"type":"Polygon","coordinates":
    [[[%2$s,14.6],[%3$s,14.6],[%3$s,14.7],[%2$s,14.7],[%2$s,14.6]]]}}\
    """
        .formatted(properties, west, east);
  }

  private static String iris(String code, String more) {
    return "\"code_iris\":\"%s\",\"nom_iris\":\"N %s\"%s".formatted(code, code, more);
  }

  private static String derived(double border) {
    return collection(
        feature(iris(BOURG, ""), -61.1, border), feature(iris(MORNE, ""), border, -61.0));
  }

  private static String official(double border) {
    var type = ",\"type_iris\":\"H\"";
    return collection(
        feature(iris(BOURG, type), -61.1, border), feature(iris(MORNE, type), border, -61.0));
  }

  private long bring(String content) throws IOException {
    var outcome =
        files.bring(ImportOrder.of(Files.writeString(folder.resolve("a.txt"), content), "test"));
    assertThat(outcome).isInstanceOf(Applied.class);
    return ((Applied) outcome).importId();
  }

  private List<String> areasOfThingsInTheEast() {
    return sql.sql(
            """
            select coalesce(area_code, '') from territory.street where name = 'Rue A' and replaced is null
            union all select coalesce(area_code, '') from territory.place where replaced is null
            union all select coalesce(area_code, '') from territory.address where replaced is null
            """)
        .query(String.class)
        .list();
  }

  private List<String> everything() {
    var rows = new ArrayList<String>();
    for (var target : Target.values()) {
      rows.addAll(
          sql.sql("select t::text from %s t order by 1".formatted(target.table()))
              .query(String.class)
              .list());
    }
    return rows;
  }

  @Test
  void officialOutlinesMoveWhatStandsIntoTheirNeighbourhoodsAndUndoingMovesItBack()
      throws IOException {
    assertThat(areasOfThingsInTheEast()).containsExactly(MORNE, MORNE, MORNE);
    var before = everything();
    long official = bring(official(-61.03));
    assertThat(areasOfThingsInTheEast()).containsExactly(BOURG, BOURG, BOURG);
    assertThat(files.undo(official, "test")).isInstanceOf(Undoing.Undone.class);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aTrialMovesNothing() throws IOException {
    var before = everything();
    var file = Files.writeString(folder.resolve("b.txt"), official(-61.03));
    files.bring(ImportOrder.of(file, "test").asTrial());
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void rowsThatStandAgainAreInTheAreasOfToday() throws IOException {
    long longer = bring(STREETS + "Rue A,1,60,-61.04,14.65\n");
    bring(official(-61.03));
    assertThat(files.undo(longer, "test")).isInstanceOf(Undoing.Undone.class);
    assertThat(areasOfThingsInTheEast()).containsExactly(BOURG, BOURG, BOURG);
    assertThat(
            sql.sql("select length_m from territory.street where name = 'Rue A'")
                .query(Integer.class)
                .single())
        .isEqualTo(50);
  }

  @Test
  void streetsThatCameBeforeTheirNeighbourhoodsFindThem() throws IOException {
    files.undo(
        sql.sql("select imported from territory.area where code = :code")
            .param("code", MORNE)
            .query(Long.class)
            .single(),
        "test");
    assertThat(areasOfThingsInTheEast()).containsExactly("", "97201", "");
    bring(derived(-61.05));
    assertThat(areasOfThingsInTheEast()).containsExactly(MORNE, MORNE, MORNE);
  }

  @Test
  void areasThatScoresSpeakOfAreNotTakenAwayUntilTheScoresAre() throws IOException {
    long areas = files.listImports().get(3).id();
    long scores = bring(SCORES + MORNE + ",1,2,3,4,5,6,7\n");
    var before = everything();
    var refused = files.undo(areas, "test");
    assertThat(refused)
        .isInstanceOfSatisfying(
            Undoing.ScoresStand.class, stand -> assertThat(stand.scores()).isEqualTo(7));
    assertThat(text.undoing(Language.FR, refused)).contains("des scores (7)");
    assertThat(everything()).isEqualTo(before);
    files.undo(scores, "test");
    assertThat(files.undo(areas, "test")).isInstanceOf(Undoing.Undone.class);
  }

  @Test
  void outlinesThatOnlyReplacedOthersAreTakenBackUnderTheirScores() throws IOException {
    long official = bring(official(-61.03));
    bring(SCORES + MORNE + ",1,2,3,4,5,6,7\n");
    assertThat(files.undo(official, "test")).isInstanceOf(Undoing.Undone.class);
  }

  private List<String> scored() {
    return territory.listScores().stream().map(Score::areaCode).distinct().toList();
  }

  @Test
  void scoresEndWithTheirAreaStayKnownAndComeBackWithIt() throws IOException {
    bring(SCORES + BOURG + ",1,2,3,4,5,6,7\n" + MORNE + ",1,2,3,4,5,6,7\n");
    var before = everything();
    var file =
        Files.writeString(
            folder.resolve("c.txt"), collection(feature(iris(BOURG, ""), -61.1, -61.05)));
    long without = ((Applied) files.bring(ImportOrder.of(file, "test").asComplete())).importId();
    assertThat(territory.findArea(MORNE)).isEmpty();
    assertThat(scored()).containsExactly(BOURG);
    assertThat(
            sql.sql("select distinct replaced from territory.score where area_code = :code")
                .param("code", MORNE)
                .query(Long.class)
                .list())
        .as("what stood is kept, and what ended it")
        .containsExactly(without);
    assertThat(files.undo(without, "test")).isInstanceOf(Undoing.Undone.class);
    assertThat(scored()).containsExactly(BOURG, MORNE);
    assertThat(everything()).isEqualTo(before);
  }
}

package org.foyal.territory.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.foyal.HouseTest;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Territory;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.foyal.territory.files.ImportOutcome.NothingNew;
import org.foyal.territory.files.ImportOutcome.Tried;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What an import changes, what it leaves alone, and the way back.
@HouseTest
class ChangesTest {
  private static final String WHOLE =
      "[[[-61.1,14.6],[-61.0,14.6],[-61.0,14.7],[-61.1,14.7],[-61.1,14.6]]]";
  private static final String WEST =
      "[[[-61.1,14.6],[-61.05,14.6],[-61.05,14.7],[-61.1,14.7],[-61.1,14.6]]]";
  private static final String STREETS = "nom_voie,nb_troncons,longueur_m,lon,lat\n";

  @Autowired TerritoryFiles files;
  @Autowired Territory territory;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @TempDir Path folder;

  @BeforeEach
  void oneCommuneWithADerivedNeighbourhood() throws IOException {
    Emptied.territory(sql, events);
    bring(features("{\"code_insee\":\"97201\",\"nom\":\"Une\"}", WHOLE));
    bring(
        features(
            "{\"code_iris\":\"972010101\",\"nom_iris\":\"Bourg\",\"population_iris\":1200}",
            WHOLE));
  }

  private static String features(String properties, String rings) {
    return """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":%s,
    "geometry":{"type":"Polygon","coordinates":%s}}]}\
    """
        .formatted(properties, rings);
  }

  private ImportOrder order(String content) throws IOException {
    return ImportOrder.of(Files.writeString(folder.resolve("a.txt"), content), "test");
  }

  private ImportOutcome bring(String content) throws IOException {
    return files.bring(order(content));
  }

  private static long id(ImportOutcome outcome) {
    return ((Applied) outcome).importId();
  }

  /// Every row of every table that an import may touch.
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
  void theSameFileTwiceMakesNoNewVersion() throws IOException {
    var content = STREETS + "Rue A,1,50,-61.05,14.65\n";
    assertThat(bring(content)).isInstanceOf(Applied.class);
    var before = everything();
    assertThat(bring(content)).isInstanceOf(NothingNew.class);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aTrialTellsWhatWouldChangeAndChangesNothing() throws IOException {
    bring(STREETS + "Rue A,1,50,-61.05,14.65\nRue B,1,50,-61.05,14.65\n");
    var before = everything();
    var next = STREETS + "Rue A,1,77,-61.05,14.65\nRue C,1,50,-61.05,14.65\n";
    var outcome = files.bring(order(next).asComplete().asTrial());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Tried.class,
            tried -> {
              var counts = tried.report().counts();
              assertThat(List.of(counts.read(), counts.added(), counts.changed(), counts.gone()))
                  .containsExactly(2L, 1L, 1L, 1L);
              assertThat(tried.report().changes())
                  .contains(
                      new ImportReport.Change(
                          "CHANGED",
                          "97201-rue-a",
                          "Rue A",
                          List.of(new ImportReport.Field("length_m", "50", "77"))))
                  .anyMatch(
                      change -> change.what().equals("GONE") && change.key().equals("97201-rue-b"));
            });
    assertThat(everything()).isEqualTo(before);
    assertThat(files.listImports()).hasSize(3);
  }

  @Test
  void undoingIsExactForEveryRowOfEveryTable() throws IOException {
    bring(STREETS + "Rue A,1,50,-61.05,14.65\nRue B,1,50,-61.05,14.65\n");
    var before = everything();
    var next = STREETS + "Rue A,1,77,-61.05,14.65\nRue C,1,50,-61.05,14.65\n";
    var applied = id(files.bring(order(next).asComplete()));
    assertThat(everything()).isNotEqualTo(before);
    assertThat(files.undo(applied, "test")).isInstanceOf(Undoing.Undone.class);
    assertThat(everything()).isEqualTo(before);
    assertThat(files.undo(applied, "test")).isInstanceOf(Undoing.NothingToUndo.class);
  }

  @Test
  void whatALaterImportStandsOnIsNotUndone() throws IOException {
    var first = id(bring(STREETS + "Rue A,1,50,-61.05,14.65\n"));
    bring(STREETS + "Rue A,1,77,-61.05,14.65\n");
    var before = everything();
    assertThat(files.undo(first, "test")).isInstanceOf(Undoing.StoodUpon.class);
    assertThat(everything()).isEqualTo(before);
    assertThat(files.undoLast("test")).isInstanceOf(Undoing.Undone.class);
    assertThat(files.undo(first, "test")).isInstanceOf(Undoing.Undone.class);
  }

  @Test
  void aRowThatIsNotInTheFileStaysUnlessTheFileIsComplete() throws IOException {
    bring(STREETS + "Rue A,1,50,-61.05,14.65\nRue B,1,50,-61.05,14.65\n");
    assertThat(bring(STREETS + "Rue A,1,50,-61.05,14.65\n")).isInstanceOf(NothingNew.class);
    assertThat(territory.findStreet("97201-rue-b")).isPresent();
    files.bring(order(STREETS + "Rue A,1,50,-61.05,14.65\n").asComplete());
    assertThat(territory.findStreet("97201-rue-b")).isEmpty();
  }

  @Test
  void aFileWithRefusedRowsIsNotComplete() throws IOException {
    bring(STREETS + "Rue A,1,50,-61.05,14.65\nRue B,1,50,-61.05,14.65\n");
    files.bring(
        order(STREETS + "Rue A,1,60,-61.05,14.65\nRue B,1,-50,-61.05,14.65\n").asComplete());
    assertThat(territory.findStreet("97201-rue-b")).isPresent();
  }

  @Test
  void anOfficialOutlineReplacesTheDerivedOneAndKeepsThePopulation() throws IOException {
    assertThat(territory.getArea("972010101").officialOutline()).isFalse();
    bring(
        features(
            "{\"INSEE_COM\":\"97201\",\"CODE_IRIS\":\"972010101\",\"NOM_IRIS\":\"Bourg\",\"TYP_IRIS\":\"H\"}",
            WEST));
    var area = territory.getArea("972010101");
    assertThat(area.officialOutline()).isTrue();
    assertThat(area.population()).isEqualTo(1200);
    assertThat(territory.areaAt(new Position(14.65, -61.02), Kind.IRIS)).isEmpty();
  }

  @Test
  void aDerivedOutlineNeverReplacesAnOfficialOne() throws IOException {
    bring(
        features("{\"code_iris\":\"972010101\",\"nom_iris\":\"Bourg\",\"type_iris\":\"H\"}", WEST));
    assertThat(bring(features("{\"code_iris\":\"972010101\",\"nom_iris\":\"Bourg\"}", WHOLE)))
        .isInstanceOf(NothingNew.class);
    assertThat(territory.getArea("972010101").officialOutline()).isTrue();
  }

  @Test
  void addressesOfTheCommunesAskedForAreTakenAndTheOthersLeftAside() throws IOException {
    var header =
        "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat\n";
    var outcome =
        files.bring(
            order(
                    header
                        + "97201_1_00012_bis;;12;bis;Rue de l’Exemple;97200;97201;Une;1;2;-61.05;14.65\n"
                        + "97202_1_00001;;1;;Rue A;97200;97202;Deux;1;2;-61.05;14.65\n")
                .of(Set.of("97201")));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Applied.class, applied -> assertThat(applied.report().counts().aside()).isEqualTo(1));
    assertThat(
            sql.sql("select number || ' ' || street_id || ' ' || area_code from territory.address")
                .query(String.class)
                .list())
        .containsExactly("12bis 97201-rue-de-l-exemple 972010101");
  }

  @Test
  void aSecondImportIsToldThatOneIsAtWork() throws Exception {
    var order = order(STREETS + "Rue A,1,50,-61.05,14.65\n");
    var second = new AtomicReference<ImportOutcome>();
    whileOneIsAtWork(() -> second.set(files.bring(order)));
    assertThat(second.get()).isInstanceOf(ImportOutcome.Busy.class);
    assertThat(files.bring(order)).isInstanceOf(Applied.class);
  }

  @Test
  void whoeverTakesAnImportBackWhileOneIsAtWorkIsToldSo() throws Exception {
    var applied = (Applied) files.bring(order(STREETS + "Rue A,1,50,-61.05,14.65\n"));
    var undoing = new AtomicReference<Undoing>();
    whileOneIsAtWork(() -> undoing.set(files.undo(applied.importId(), "test")));
    assertThat(undoing.get()).isInstanceOf(Undoing.Busy.class);
    assertThat(files.undo(applied.importId(), "test")).isInstanceOf(Undoing.Undone.class);
  }

  private void whileOneIsAtWork(Runnable deed) {
    transaction.executeWithoutResult(_ -> {
      sql.sql("select pg_advisory_xact_lock(:one)::text")
          .param("one", 0x466F79616C494D50L)
          .query(String.class)
          .single();
      var other = Thread.ofVirtual().start(deed);
      try {
        other.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }
}

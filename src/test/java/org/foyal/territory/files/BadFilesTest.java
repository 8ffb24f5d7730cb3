package org.foyal.territory.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.foyal.HouseTest;
import org.foyal.shell.language.Language;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.foyal.territory.files.ImportOutcome.HeldBack;
import org.foyal.territory.files.ImportOutcome.Unreadable;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever is wrong with a file: the line, the reason and the cure, and never half an import.
@HouseTest
class BadFilesTest {
  private static final String STREETS = "nom_voie,nb_troncons,longueur_m,lon,lat\n";
  private static final String SQUARE =
      "[[[-61.1,14.6],[-61.0,14.6],[-61.0,14.7],[-61.1,14.7],[-61.1,14.6]]]";

  @Autowired TerritoryFiles files;
  @Autowired ReportText text;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  @BeforeEach
  void oneCommuneIsKnown() throws IOException {
    Emptied.territory(sql, events);
    assertThat(bring(communes(commune("97201", "Une", SQUARE)))).isInstanceOf(Applied.class);
  }

  private static String communes(String... features) {
    return "{\"type\":\"FeatureCollection\",\"source\":\"IGN\",\"licence\":\"LO\",\"features\":["
        + String.join(",\n", features)
        + "]}";
  }

  private static String commune(String code, String name, String rings) {
    return """
    {"type":"Feature","properties":{"code_insee":"%s","nom":"%s"},
     "geometry":{"type":"Polygon","coordinates":%s}}\
    """
        .formatted(code, name, rings);
  }

  private ImportOutcome bring(String content) throws IOException {
    return bring(content, UTF_8);
  }

  private ImportOutcome bring(String content, Charset charset) throws IOException {
    return bring(content.getBytes(charset));
  }

  private ImportOutcome bring(byte[] content) throws IOException {
    return files.bring(order(content));
  }

  private ImportOrder order(byte[] content) throws IOException {
    return ImportOrder.of(Files.write(folder.resolve("fichier.txt"), content), "test");
  }

  private static List<Refusal> refused(ImportOutcome outcome) {
    return switch (outcome) {
      case Applied(var _, var report) -> report.refused();
      case ImportOutcome.Tried(var report) -> report.refused();
      case ImportOutcome.NothingNew(var report) -> report.refused();
      case HeldBack(var report) -> report.refused();
      case Unreadable(var refusal) -> List.of(refusal);
      case ImportOutcome.Busy() -> List.of();
    };
  }

  /// The one refusal, said in every language with nothing left open.
  private Refusal only(ImportOutcome outcome, Reason reason) {
    assertThat(refused(outcome)).extracting(Refusal::reason).containsExactly(reason);
    var refusal = refused(outcome).getFirst();
    for (var language : Language.values()) {
      assertThat(text.reason(language, refusal)).isNotBlank().doesNotContain("{");
      assertThat(text.cure(language, refusal)).isNotBlank().doesNotContain("{");
    }
    return refusal;
  }

  private long streets() {
    return sql.sql("select count(*) from territory.street").query(Long.class).single();
  }

  @Test
  void aMissingColumnIsNamedWithTheNearestThatIsThere() throws IOException {
    var refusal =
        only(bring("nom_vois,longueur_m,lon,lat\nRue A,5,-61,14.6\n"), Reason.WRONG_COLUMN);
    assertThat(refusal.arguments()).startsWith("nom_voie").endsWith("nom_vois");
  }

  @Test
  void columnsOfNoFileThatWeKnowAreListed() throws IOException {
    var refusal = only(bring("a,b\n1,2\n"), Reason.UNKNOWN_COLUMNS);
    assertThat(refusal.arguments()).containsExactly("a, b");
  }

  @Test
  void latinLettersAreTakenWhenNothingElseIsPossible() throws IOException {
    var outcome = bring(STREETS + "Allée des Flamboyants,1,50,-61.05,14.65\n", ISO_8859_1);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Applied.class,
            applied -> assertThat(applied.report().encoding()).isEqualTo("windows-1252"));
    assertThat(sql.sql("select name from territory.street").query(String.class).single())
        .isEqualTo("Allée des Flamboyants");
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstColumn() throws IOException {
    assertThat(bring("\uFEFF" + STREETS + "Rue A,1,50,-61.05,14.65\n")).isInstanceOf(Applied.class);
  }

  @Test
  void mixedLettersAreRefusedAtTheirLine() throws IOException {
    var good = (STREETS + "Allée A,1,50,-61.05,14.65\n").getBytes(UTF_8);
    var bad = "Allée B,1,50,-61.05,14.65\n".getBytes(ISO_8859_1);
    var both = java.util.Arrays.copyOf(good, good.length + bad.length);
    System.arraycopy(bad, 0, both, good.length, bad.length);
    assertThat(only(bring(both), Reason.MIXED_ENCODING).arguments()).containsExactly("3");
    assertThat(streets()).isZero();
  }

  @Test
  void utf16AndBytesThatNoTextHasAreRefused() throws IOException {
    only(bring("\uFEFF" + STREETS, UTF_16LE), Reason.UTF_16);
    only(bring(STREETS + "Rue \0A,1,50,-61.05,14.65\n"), Reason.NOT_TEXT);
  }

  @Test
  void latitudeAndLongitudeThatChangedPlacesAreRecognised() throws IOException {
    var refusal = only(bring(STREETS + "Rue A,1,50,14.65,-61.05\n"), Reason.SWAPPED);
    assertThat(refusal.line()).isEqualTo(2);
    assertThat(text.cure(Language.EN, refusal)).contains("longitude first");
    only(
        bring(
            communes(
                commune(
                    "97202", "Deux", "[[[14.6,-61.1],[14.6,-61.0],[14.7,-61.0],[14.6,-61.1]]]"))),
        Reason.SWAPPED);
  }

  @Test
  void metresAreRecognised() throws IOException {
    var refusal = only(bring(STREETS + "Rue A,1,50,708500,1614500\n"), Reason.METRES);
    assertThat(text.reason(Language.FR, refusal)).contains("en mètres");
    assertThat(text.cure(Language.FR, refusal)).contains("WGS84");
  }

  @Test
  void aPointFarAwayIsRefused() throws IOException {
    only(bring(STREETS + "Rue A,1,50,2.35,48.85\n"), Reason.OUTSIDE);
  }

  @Test
  void anOutlineThatCrossesItselfIsRefusedWithThePlace() throws IOException {
    var refusal =
        only(
            bring(
                communes(
                    commune(
                        "97202",
                        "Deux",
                        "[[[-61.1,14.6],[-61.0,14.7],[-61.0,14.6],[-61.1,14.7],[-61.1,14.6]]]"))),
            Reason.SELF_CROSSING);
    assertThat(refusal.arguments().getFirst()).isEqualTo("14.65, -61.05");
  }

  @Test
  void openRingsMissingShapesAndOtherShapesAreRefused() throws IOException {
    only(
        bring(communes(commune("97202", "Deux", "[[[-61.1,14.6],[-61.0,14.6],[-61.0,14.7]]]"))),
        Reason.BROKEN_RING);
    only(
        bring(
            communes(
                "{\"type\":\"Feature\",\"properties\":{\"code_insee\":\"97202\",\"nom\":\"Deux\"},\"geometry\":null}")),
        Reason.NO_GEOMETRY);
    only(
        bring(
            communes(
                "{\"type\":\"Feature\",\"properties\":{\"code_insee\":\"97202\",\"nom\":\"Deux\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[-61.05,14.65]}}")),
        Reason.WRONG_GEOMETRY);
    only(bring(communes(commune("97202", "Deux", "\"text\""))), Reason.NO_GEOMETRY);
  }

  @Test
  void aCodeThatComesAgainIsRefusedWithTheLineOfTheFirst() throws IOException {
    var outcome =
        bring(
            STREETS + "Rue A,1,50,-61.05,14.65\nRue B,1,9,-61.05,14.65\nrue a,1,60,-61.05,14.65\n");
    var refusal = only(outcome, Reason.DUPLICATE);
    assertThat(refusal.line()).isEqualTo(4);
    assertThat(refusal.arguments()).containsExactly("97201-rue-a", "2");
    assertThat(streets()).isEqualTo(2);
  }

  @Test
  void emptyNamesNegativeAndUnreadableNumbersAreRefusedAndTheGoodRowsKept() throws IOException {
    var outcome =
        bring(
            STREETS
                + "Rue A,1,50,-61.05,14.65\n,1,50,-61.05,14.65\nRue C,1,-5,-61.05,14.65\nRue D,1,5,ouest,14.65\n");
    assertThat(refused(outcome)).extracting(Refusal::line).containsExactly(3L, 4L, 5L);
    assertThat(refused(outcome))
        .extracting(Refusal::reason)
        .containsExactly(Reason.EMPTY, Reason.NEGATIVE, Reason.NOT_A_NUMBER);
    assertThat(refused(outcome).getLast().excerpt()).contains("Rue D");
    assertThat(streets()).isEqualTo(1);
    assertThat(files.listRefused(files.listImports().getFirst().id())).hasSize(3);
  }

  @Test
  void nothingIsKeptWhereAllOrNothingWasAsked() throws IOException {
    var content = (STREETS + "Rue A,1,50,-61.05,14.65\n,1,50,-61.05,14.65\n").getBytes(UTF_8);
    assertThat(files.bring(order(content).allOrNothing())).isInstanceOf(HeldBack.class);
    assertThat(streets()).isZero();
  }

  @Test
  void scoresOfAnAreaThatNobodyKnowsAreRefused() throws IOException {
    var header =
        "code_iris,score_global,score_acces,score_competences,acces_information,acces_interfaces_numeriques,competences_administratives,competences_numeriques_scolaires\n";
    var refusal = only(bring(header + "999990101,1,2,3,4,5,6,7\n"), Reason.UNKNOWN_AREA);
    assertThat(refusal.arguments()).containsExactly("999990101");
  }

  @Test
  void aCutTableIsToldAtItsLastLineAndACutGeoJsonToo() throws IOException {
    var refusal = only(bring(STREETS + "Rue A,1,50,-61.05,14.65\nRue B,1,50"), Reason.CUT_FILE);
    assertThat(refusal.line()).isEqualTo(3);
    var whole = communes(commune("97202", "Deux", SQUARE), commune("97203", "Trois", SQUARE));
    var cut = only(bring(whole.substring(0, whole.length() - 60)), Reason.CUT_FILE);
    assertThat(cut.arguments()).containsExactly("4");
  }

  @Test
  void aCutFileLeavesNothingWhereAllOrNothingWasAsked() throws IOException {
    var before = whatStands();
    var whole = communes(commune("97202", "Deux", SQUARE), commune("97203", "Trois", SQUARE));
    var cut = whole.substring(0, whole.length() - 60).getBytes(UTF_8);
    assertThat(files.bring(order(cut).allOrNothing())).isInstanceOf(HeldBack.class);
    assertThat(whatStands()).isEqualTo(before);
  }

  private List<String> whatStands() {
    return sql.sql("select a::text from territory.area a order by 1").query(String.class).list();
  }

  @Test
  void brokenJsonIsToldWithItsPlace() throws IOException {
    var refusal =
        only(bring("{\"type\":\"FeatureCollection\",\n\"features\":[{]}"), Reason.BROKEN_JSON);
    assertThat(refusal.arguments().getFirst()).isEqualTo("2");
  }

  @Test
  void whatIsNoTableAndNoGeoJsonIsRefused() throws IOException {
    only(bring(""), Reason.EMPTY_FILE);
    only(bring(" \n\n"), Reason.EMPTY_FILE);
    only(bring("Bonjour\n"), Reason.NOT_A_TABLE);
    only(bring("{\"a\":1}"), Reason.NOT_A_TABLE);
    only(bring("[1,2,3]"), Reason.NOT_A_TABLE);
    only(bring(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}), Reason.NOT_GZIP);
  }

  @Test
  void aLineThatNeverEndsStopsTheReadingThere() throws IOException {
    var endless = STREETS + "Rue A,1,50,-61.05,14.65\n\"" + "x".repeat(300_000) + "\n";
    only(bring(endless), Reason.TOO_BIG_LINE);
    assertThat(streets()).isEqualTo(1);
  }

  @Test
  void aLineWithAFieldTooManyIsRefusedAndTheNextOneRead() throws IOException {
    var refusal =
        only(
            bring(STREETS + "Rue A,1,50,-61.05,14.65,x\nRue B,1,50,-61.05,14.65\n"),
            Reason.FIELD_COUNT);
    assertThat(refusal.arguments()).containsExactly("6", "5");
    assertThat(streets()).isEqualTo(1);
  }

  @Test
  void packedFilesAreReadAndACutPackedFileIsRefused() throws IOException {
    var packed = new java.io.ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write((STREETS + "Rue A,1,50,-61.05,14.65\n").getBytes(UTF_8));
    }
    only(bring(java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 12)), Reason.NOT_GZIP);
    assertThat(bring(packed.toByteArray())).isInstanceOf(Applied.class);
  }

  @Test
  void whatLooksLikeCommandsOfTheDatabaseIsOnlyText() throws IOException {
    var name = "Rue \\N \\. '; drop table territory.street; --";
    assertThat(bring(STREETS + "\"" + name + "\",1,50,-61.05,14.65\n")).isInstanceOf(Applied.class);
    assertThat(sql.sql("select name from territory.street").query(String.class).single())
        .isEqualTo(name);
  }

  @Test
  void refusedRowsAreATableInWhichNoCellIsAFormula() {
    var refusal = new Refusal(7, Reason.EMPTY, List.of("nom"), "=cmd()|'/c calc'!A1");
    assertThat(text.table(Language.EN, List.of(refusal))).contains("7;").contains("'=cmd()");
  }
}

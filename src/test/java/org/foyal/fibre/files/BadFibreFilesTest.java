package org.foyal.fibre.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.foyal.HouseTest;
import org.foyal.fibre.files.Delivered.Applied;
import org.foyal.fibre.files.Delivered.Cause;
import org.foyal.fibre.files.Delivered.HeldBack;
import org.foyal.fibre.files.Delivered.Hold;
import org.foyal.fibre.files.Delivered.Tried;
import org.foyal.fibre.files.Delivered.Unfit;
import org.foyal.fibre.files.Delivered.Unreadable;
import org.foyal.fibre.files.reading.Projection;
import org.foyal.fibre.files.reading.Projections;
import org.foyal.fibre.files.reading.Row.Refused;
import org.foyal.fibre.files.reading.Why;
import org.foyal.kernel.Position;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever is wrong with a file of fibre: refused or flagged by row, with a reason and a cure in
/// every language, and never half a delivery.
@HouseTest
class BadFibreFilesTest {
  @Autowired FibreFiles files;
  @Autowired ReportWords words;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  private Delivering delivering;

  @BeforeEach
  void aCityOfWhichNoFibreIsKnown() {
    delivering = Delivering.afresh(files, folder, sql, events);
  }

  private static String name() {
    return Delivering.name("0415");
  }

  private long rows() {
    return sql.sql("select count(*) from fibre.building").query(Long.class).single();
  }

  /// The one refusal of a file with one bad row beside a good one, said in every language.
  private Refused only(Delivered delivered, String reason) {
    var report = ReportWords.report(delivered).orElseThrow();
    assertThat(report.refused()).extracting(Refused::reason).containsExactly(reason);
    var one = report.refused().getFirst();
    said(one);
    assertThat(report.counts().added()).isOne();
    return one;
  }

  private void said(Refused one) {
    for (var language : Language.values()) {
      assertThat(words.reason(language, one)).isNotBlank().doesNotContain("{", "fibre.");
      assertThat(words.cure(language, one)).isNotBlank().doesNotContain("{", "fibre.");
      assertThat(words.briefly(language, one.reason())).isNotBlank().doesNotContain("fibre.");
    }
  }

  private Delivered beside(String... fields) {
    return delivering.bring(name(), new Ipe().and("IMB/GOOD").and("IMB/BAD", fields).text());
  }

  @ParameterizedTest
  @CsvSource({
    "EtatImmeuble, FINI, BAD_STATE",
    "EtatPM, FINI, BAD_STATE",
    "DateCablageAdresse, 15/04/2026, BAD_DATE",
    "DateCablageAdresse, 20261301, BAD_DATE",
    "DateCablageAdresse, 2026041, BAD_DATE",
    "DateCablageAdresse, 00000101, BAD_DATE",
    "DateCablageAdresse, 18991231, BAD_DATE",
    "DatePremiereMADPM, 99991231, BAD_DATE",
    "NombreLogementsAdresseIPE, douze, BAD_NUMBER",
    "NombreLogementsAdresseIPE, -3, BAD_NUMBER",
    "NombreLogementsPM, 1e9, BAD_NUMBER",
    "CoordonneeImmeubleX, 7O8403, BAD_NUMBER",
    "CoordonneeImmeubleX, '', HALF_A_POINT",
    "TypeImmeuble, CHATEAU, BAD_WORD",
    "TypeZone, 7, BAD_WORD",
    "AccordGestionnaireImmeubleNecessaire, PEUTETRE, BAD_WORD",
    "TypeProjectionGeographique, '', AMBIGUOUS_PROJECTION",
    "TypeProjectionGeographique, UTM20N, AMBIGUOUS_PROJECTION",
    "TypeProjectionGeographique, GAUSS, UNKNOWN_PROJECTION",
    "TypeProjectionGeographique, RGF93, WRONG_DATUM",
    "CodeOI, é!, BAD_WORD"
  })
  void aFieldThatCantBeIsRefusedWithItsRowAndTheOthersAreRead(
      String column, String value, String why) {
    var one = only(tried(column, value), Why.valueOf(why).words());
    assertThat(one.line()).isEqualTo(3);
    assertThat(one.excerpt()).isNotBlank();
  }

  private Delivered tried(String column, String value) {
    var text = new Ipe().and("IMB/GOOD").and("IMB/BAD", column, value).text();
    return delivering.bring(delivering.order(name(), text).asTrial());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EtatImmeuble", "ReferencePM", "NombreLogementsAdresseIPE", "CodeInseeImmeuble"})
  void aFieldThatMustBeFilledIs(String column) {
    only(tried(column, ""), "files.reason.EMPTY");
  }

  @Test
  void aBuildingThatNothingNamesIsRefused() {
    only(beside("IdentifiantImmeuble", "", "CodeAdresseImmeuble", ""), Why.NAMELESS.words());
  }

  @Test
  void aBuildingWithoutAnIdentifierIsNamedByItsAddressAndKeptApartByItsBlock() {
    var ipe =
        new Ipe()
            .and("", "BatimentImmeuble", "A")
            .and("", "BatimentImmeuble", "B", "EtatImmeuble", "DEPLOYE");
    assertThat(delivering.apply("0415", ipe).report().counts().added()).isEqualTo(2);
    assertThat(delivering.bring(name(), ipe.text())).isInstanceOf(Delivered.NothingNew.class);
  }

  @Test
  void columnsThatChangedPlacesAreToldByEveryRow() {
    var ipe =
        new Ipe()
            .and("IMB/A", "EtatImmeuble", "FI-97299-0001", "ReferencePM", "CIBLE")
            .and("IMB/B", "EtatImmeuble", "FI-97299-0001", "ReferencePM", "CIBLE");
    var held = delivering.bring(name(), ipe.text());
    assertThat(held)
        .isInstanceOfSatisfying(
            HeldBack.class, one -> assertThat(one.hold()).isEqualTo(Hold.ALL_REFUSED));
    var report = ReportWords.report(held).orElseThrow();
    assertThat(report.reasons()).containsExactly(java.util.Map.entry(Why.BAD_STATE.words(), 2L));
    assertThat(rows()).isZero();
  }

  @Test
  void coordinatesThatChangedPlacesAreRefused() {
    var row = Ipe.building("IMB/BAD");
    var x = row.get("CoordonneeImmeubleX");
    row.put("CoordonneeImmeubleX", row.get("CoordonneeImmeubleY"));
    row.put("CoordonneeImmeubleY", x);
    only(delivering.bring(name(), new Ipe().and("IMB/GOOD").and(row).text()), Why.SWAPPED.words());
  }

  @Test
  void aRowWithTooManyOrTooFewFieldsIsRefusedAndTheOthersAreRead() {
    var text = new Ipe().and("IMB/GOOD").text();
    only(delivering.bring(name(), text + "IMB/BAD;1;2\r\n"), "files.reason.FIELD_COUNT");
    Delivering.clear(sql);
    var lines = text.lines().toList();
    var longer = text + lines.get(1).replace("IMB/GOOD", "IMB/LONG") + ";un;de;trop\r\n";
    only(delivering.bring(name(), longer), "files.reason.FIELD_COUNT");
  }

  @Test
  void aFileThatStopsInTheMiddleIsToldTo() {
    var text = new Ipe().and("IMB/GOOD").and("IMB/CUT").text();
    var cut = text.substring(0, text.length() - 60);
    only(delivering.bring(name(), cut), "files.reason.CUT_FILE");
  }

  @Test
  void twoRowsThatContradictEachOtherAreBothRefused() {
    var ipe =
        new Ipe()
            .and("IMB/GOOD")
            .and("IMB/A", "NombreLogementsAdresseIPE", "2")
            .and("IMB/A", "NombreLogementsAdresseIPE", "3");
    var applied = Delivering.applied(delivering.bring(name(), ipe.text()));
    assertThat(applied.report().refused())
        .extracting(Refused::line, Refused::reason, one -> one.arguments().get(1))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3L, Why.CONTRADICTION.words(), "4"),
            org.assertj.core.groups.Tuple.tuple(4L, Why.CONTRADICTION.words(), "3"));
    applied.report().refused().forEach(this::said);
    assertThat(rows()).isOne();
  }

  @Test
  void ofTwoRowsThatSayTheSameToTheLetterOneIsKept() {
    only(
        delivering.bring(name(), new Ipe().and("IMB/A").and("IMB/A").text()),
        Why.DUPLICATE.words());
    assertThat(rows()).isOne();
  }

  @Test
  void anEmptyFileNeverMeansThatEverythingIsGone() {
    delivering.apply("0415", new Ipe().and("IMB/A"));
    var nothing = delivering.order(Delivering.name("0430"), "");
    assertThat(delivering.bring(nothing)).isInstanceOf(Unreadable.class);
    var header = delivering.order(Delivering.name("0430"), new Ipe().text());
    for (var order :
        List.of(
            header,
            header.asComplete(OptionalLong.empty()),
            header.asComplete(OptionalLong.of(1)))) {
      assertThat(delivering.bring(order))
          .isInstanceOfSatisfying(
              HeldBack.class, held -> assertThat(held.hold()).isEqualTo(Hold.EMPTY));
    }
    assertThat(rows()).isOne();
  }

  @Test
  void whereARowIsRefusedNothingIsSaidToBeGone() {
    delivering.apply("0415", new Ipe().and("IMB/A").and("IMB/B"));
    var order =
        delivering
            .order(
                Delivering.name("0430"),
                new Ipe().and("IMB/A").and("IMB/B", "EtatImmeuble", "?").text())
            .asComplete(OptionalLong.empty());
    assertThat(delivering.bring(order)).isInstanceOf(Delivered.NothingNew.class);
  }

  @Test
  void aWrongDatumHoldsTheWholeFileBackUntilSomebodyStatesTheRightOne() {
    // points just inside the western edge, written in the old datum under today's name
    var edge = Projections.of(Projection.FORT_DESAIX, new Position(14.61, -61.0999));
    var inside = Projections.of(Projection.FORT_DESAIX, new Position(14.61, -61.08));
    var ipe =
        new Ipe()
            .and(
                "IMB/EDGE",
                "CoordonneeImmeubleX",
                Ipe.decimal(edge.x),
                "CoordonneeImmeubleY",
                Ipe.decimal(edge.y))
            .and(
                "IMB/IN",
                "CoordonneeImmeubleX",
                Ipe.decimal(inside.x),
                "CoordonneeImmeubleY",
                Ipe.decimal(inside.y));
    var order = delivering.order(name(), ipe.text());
    assertThat(delivering.bring(order))
        .isInstanceOfSatisfying(
            HeldBack.class, held -> assertThat(held.hold()).isEqualTo(Hold.DATUM));
    assertThat(rows()).isZero();
    var stated =
        order.with(
            new FileOrder.Terms(
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.of(Projection.FORT_DESAIX),
                java.util.Optional.empty(),
                false));
    assertThat(Delivering.applied(delivering.bring(stated)).report().counts().added()).isEqualTo(2);
  }

  @Test
  void whatIsOutsideTheCityIsRefused() {
    only(
        beside("CoordonneeImmeubleX", "100000,00", "CoordonneeImmeubleY", "1000000,00"),
        Why.OUTSIDE.words());
  }

  @Test
  void rowsOfOtherCommunesAreLeftAside() {
    var report =
        ReportWords.report(beside("CodeInseeImmeuble", "97201", "EtatImmeuble", "nonsense"))
            .orElseThrow();
    assertThat(report.counts().aside()).isOne();
    assertThat(report.counts().refused()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "\u202eabc", "=1+1", "\\N", "a\\tb", "' or 1=1 --"})
  void hostileTextIsOnlyTextAndReadsBackAsItCame(String text) {
    Delivering.applied(beside("NomVoieImmeuble", text));
    assertThat(street("IMB/BAD")).containsExactly(Plain.line(text));
    assertThat(street("IMB/GOOD")).containsExactly("DES ESSAIS");
  }

  private List<String> street(String ref) {
    return sql.sql("select street_name from fibre.building where ref = :ref")
        .param("ref", ref)
        .query(String.class)
        .list();
  }

  @Test
  void aSignThatNoTextHoldsIsARefusal() {
    assertThat(beside("NomVoieImmeuble", "\u0000"))
        .isInstanceOfAny(Applied.class, Unreadable.class);
    assertThat(street("IMB/BAD")).isEmpty();
  }

  @Test
  void aFieldAsLongAsABookIsRefused() {
    only(beside("NomVoieImmeuble", "x".repeat(5_000)), Why.TOO_LONG.words());
  }

  @Test
  void somebodyOfAnOperatorTouchesNoOthersCabinets() {
    Delivering.applied(
        delivering.bring(
            "IPE_Essai_OTHR_PM_IPEZMD_V30_20260401.csv",
            new Ipe().and("IMB/OTHR", "CodeOI", "OTHR", "ReferencePM", "FI-97299-OTHR").text()));
    var mine =
        delivering
            .order(
                name(),
                new Ipe()
                    .and("IMB/GOOD")
                    .and("IMB/NEW", "ReferencePM", "FI-97299-OTHR")
                    .and("IMB/OTHR")
                    .and("IMB/X", "CodeOI", "OTHR")
                    .text())
            .with(Delivering.restrictedTo("EXMP"));
    var report = Delivering.applied(delivering.bring(mine)).report();
    assertThat(report.refused())
        .extracting(Refused::line, Refused::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3L, Why.FOREIGN_CABINET.words()),
            org.assertj.core.groups.Tuple.tuple(4L, Why.FOREIGN_CABINET.words()),
            org.assertj.core.groups.Tuple.tuple(5L, Why.FOREIGN_OPERATOR.words()));
    report.refused().forEach(this::said);
    assertThat(delivering.bring(mine.with(Delivering.restrictedTo("OTHR"))))
        .isInstanceOfSatisfying(
            Unfit.class, one -> assertThat(one.cause()).isEqualTo(Cause.OTHER_OPERATOR));
  }

  @Test
  void aFileOfWhichNothingCouldBeTakenIsNotSaidToBeThereAlready() {
    var none =
        new Ipe()
            .and("IMB/A", "CodeInseeImmeuble", "97201")
            .and("IMB/B", "EtatImmeuble", "FINI")
            .text();
    var nothing = delivering.bring(name(), none);
    assertThat(nothing).isInstanceOf(Delivered.NothingNew.class);
    assertThat(words.sentence(Language.FR, nothing))
        .doesNotContain("tout est déjà là")
        .contains("déjà là\u00a0: 0", "de côté\u00a0: 1", "refusées\u00a0: 1");
    delivering.apply("0415", new Ipe().and("IMB/A"));
    assertThat(words.sentence(Language.FR, delivering.bring(name(), new Ipe().and("IMB/A").text())))
        .contains("tout est déjà là");
  }

  @Test
  void aTrialSaysBeforehandWhatWouldKeepItFromBeingApplied() {
    var tried = delivering.bring(delivering.order(name(), new Ipe().text()).asTrial());
    assertThat(tried)
        .isInstanceOfSatisfying(Tried.class, one -> assertThat(one.hold()).contains(Hold.EMPTY));
    for (var language : Language.values()) {
      assertThat(words.sentence(language, tried)).isNotBlank().doesNotContain("fibre.");
    }
  }
}

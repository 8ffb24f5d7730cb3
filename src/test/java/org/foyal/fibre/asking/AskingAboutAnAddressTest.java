package org.foyal.fibre.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.foyal.HouseTest;
import org.foyal.fibre.files.Delivering;
import org.foyal.fibre.files.FibreFiles;
import org.foyal.fibre.files.Ipe;
import org.foyal.kernel.Position;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Somebody asks about their home: by words, by a point, by a building; what they are told.
@HouseTest
class AskingAboutAnAddressTest {
  @Autowired MockMvcTester web;
  @Autowired FibreFiles files;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  private Delivering delivering;

  @BeforeEach
  void aCityOfWhichNoFibreIsKnown() {
    new TwoNeighbourhoods(sql, events).settle();
    Delivering.clear(sql);
    sql.sql("truncate fibre.seller").update();
    delivering = new Delivering(files, folder);
  }

  private MvcTestResult get(String path, String... question) {
    var address = new StringBuilder(path);
    for (int i = 0; i + 1 < question.length; i += 2) {
      address
          .append(i == 0 ? '?' : '&')
          .append(question[i])
          .append('=')
          .append(URLEncoder.encode(question[i + 1], StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return web.get().uri(java.net.URI.create(address.toString())).exchange();
  }

  private MvcTestResult asked(String words) {
    return get("/fr/fibre/address", "q", words);
  }

  private static Map<String, String> open(String ref, String... more) {
    var row =
        Ipe.building(
            ref,
            "EtatImmeuble",
            "DEPLOYE",
            "EtatPM",
            "DEPLOYE",
            "DateCablageAdresse",
            "20250110",
            "DateMiseEnServiceCommercialePM",
            "20250401");
    for (int i = 0; i + 1 < more.length; i += 2) {
      row.put(more[i], more[i + 1]);
    }
    return row;
  }

  @Test
  void theFirstPageHasOneFieldAndNeedsNothing() {
    assertThat(get("/fr/fibre"))
        .hasStatusOk()
        .bodyText()
        .contains("name=\"q\"", "/fr/fibre/map", "Rien n’est encore connu de la ville");
    assertThat(get("/en/fibre")).hasStatusOk();
    assertThat(get("/gcf/fibre")).hasStatusOk();
    assertThat(get("/fr/fibre/map")).hasStatusOk();
  }

  @Test
  void aStreetAndANumberGiveTheAnswerWithItsDayItsSourceAndHowCertainItIs() {
    delivering.apply("0415", new Ipe().and(open("IMB/A")));
    assertThat(asked("12 rue des essais"))
        .hasStatusOk()
        .bodyText()
        .contains(
            "Oui\u00a0: vous pouvez commander",
            "1er\u00a0avril 2025",
            "Le fichier de l’opérateur",
            "15\u00a0avril 2026",
            "ce n’est pas une prévision")
        .doesNotContain("Prévenez", "exemple</span>");
  }

  @Test
  void theGelIsSaidWithItsDay() {
    delivering.apply(
        "0415", new Ipe().and(open("IMB/A", "DateMiseEnServiceCommercialePM", "20990401")));
    assertThat(asked("12 rue des essais"))
        .bodyText()
        .contains("à partir du 1er\u00a0avril 2099", "trois mois", "tell-me?building=IMB%2FA");
  }

  @Test
  void aPlannedBuildingHasNoDayThatNobodySaid() {
    delivering.apply("0415", new Ipe().and("IMB/A"));
    assertThat(asked("12 rue des essais"))
        .bodyText()
        .contains("c’est prévu", "ne donne pas de date", "aucun jour n’est connu");
  }

  @Test
  void aConsentThatIsMissingSaysWhatOneCanDo() {
    delivering.apply("0415", new Ipe().and("IMB/A", "AccordGestionnaireImmeubleNecessaire", "O"));
    assertThat(asked("12 rue des essais"))
        .bodyText()
        .contains("accord du propriétaire", "syndic", "copropriété");
  }

  @Test
  void severalBuildingsAtOneNumberAreOffered() {
    delivering.apply(
        "0415",
        new Ipe().and("IMB/A", "BatimentImmeuble", "A").and("IMB/B", "BatimentImmeuble", "B"));
    assertThat(asked("12 rue des essais"))
        .bodyText()
        .contains("Lequel est le vôtre", "bâtiment A", "bâtiment B", "building=IMB%2FA");
    assertThat(get("/fr/fibre/address", "building", "IMB/B"))
        .bodyText()
        .contains("RUE DES ESSAIS, bâtiment B", "c’est prévu");
  }

  @ParameterizedTest
  @CsvSource({
    "12 bis rue des essais, IMB/BIS",
    "12b rue des essais, IMB/BIS",
    "168 rue des essais, IMB/SPAN",
    "166-170 rue des essais, IMB/SPAN",
    "166170 rue des essais, IMB/SPAN",
    "rue des essais 14, IMB/14"
  })
  void numbersAreReadAsPeopleAndFilesWriteThem(String typed, String ref) {
    delivering.apply(
        "0415",
        new Ipe()
            .and("IMB/12")
            .and("IMB/BIS", "ComplementNumeroVoieImmeuble", "B")
            .and("IMB/14", "NumeroVoieImmeuble", "14")
            .and("IMB/SPAN", "NumeroVoieImmeuble", "166170"));
    assertThat(asked(typed)).bodyText().contains("building=" + ref.replace("/", "%2F"), "prévu");
  }

  @Test
  void aNumberThatNobodyKnowsSaysSoAndShowsTheNearest() {
    delivering.apply("0415", new Ipe().and("IMB/A").and("IMB/B", "NumeroVoieImmeuble", "90"));
    assertThat(asked("14 rue des essais"))
        .bodyText()
        .contains(
            "Nous ne savons pas encore",
            "Ce qui est connu de la ville",
            "numéros les plus proches",
            "building=IMB%2FA",
            "tell-me?street=97299-rue-des-essais&amp;number=14",
            "wrong?street=97299-rue-des-essais&amp;number=14");
  }

  @Test
  void aStreetWithoutANumberAsksForIt() {
    delivering.apply("0415", new Ipe().and("IMB/A"));
    assertThat(asked("rue des essais")).bodyText().contains("name=\"number\"", "number=12");
    assertThat(get("/fr/fibre/address", "street", "97299-rue-des-essais", "number", "douze"))
        .bodyText()
        .contains("Nous ne lisons pas ce numéro");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12 rue qui n existe pas du tout", "\u0000\u202e", "<script>alert(1)</script>"})
  void whatIsNoStreetHasItsSentence(String typed) {
    assertThat(asked(typed))
        .hasStatusOk()
        .bodyText()
        .containsAnyOf("Nous ne trouvons pas cette rue", "Écrivez un numéro et une rue")
        .doesNotContain("<script>alert");
  }

  @Test
  void aHugeTextIsReadInPart() {
    assertThat(asked("rue ".repeat(1_500))).hasStatusOk().bodyText().contains("200 premiers");
    assertThat(asked("")).bodyText().contains("Écrivez un numéro et une rue");
    assertThat(get("/fr/fibre/address")).bodyText().contains("Écrivez un numéro et une rue");
  }

  @ParameterizedTest
  @CsvSource({"48.85, 2.35", "NaN, NaN", "91, 0", "'', ''"})
  void aPointOutsideTheCityHasItsSentence(String lat, String lon) {
    assertThat(get("/fr/fibre/address", "lat", lat, "lon", lon))
        .hasStatusOk()
        .bodyText()
        .contains("Ce point n’est pas dans la ville");
  }

  @Test
  void aPointShowsWhatIsAroundIt() {
    assertThat(get("/fr/fibre/address", "lat", "14.61", "lon", "-61.09"))
        .bodyText()
        .contains("Nous ne savons pas encore");
    delivering.apply("0415", new Ipe().and("IMB/A"));
    assertThat(get("/fr/fibre/address", "lat", "14.61", "lon", "-61.09"))
        .bodyText()
        .contains("12 RUE DES ESSAIS", "c’est prévu");
    delivering.apply(
        "0416",
        new Ipe()
            .and("IMB/A")
            .and(Ipe.building("IMB/C", new Position(14.6102, -61.09), "NumeroVoieImmeuble", "16")));
    assertThat(get("/fr/fibre/address", "lat", "14.61", "lon", "-61.09"))
        .bodyText()
        .contains("Lequel est le vôtre", "16 RUE DES ESSAIS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "\u0000", "'; drop table fibre.building --"})
  void aBuildingThatNobodyKnowsLeadsNowhere(String ref) {
    assertThat(get("/fr/fibre/address", "building", ref))
        .hasStatusOk()
        .bodyText()
        .containsAnyOf("ne mène à rien", "Écrivez un numéro");
  }

  @Test
  void anInventedBuildingIsMarked() {
    delivering.apply("0415", new Ipe().and("IMB/A"));
    sql.sql("update fibre.building set example = true").update();
    assertThat(asked("12 rue des essais"))
        .bodyText()
        .contains("exemple</span>", "inventée pour la démonstration");
  }

  @Test
  void operatorsComeFromTheRegulatorsFileByItsRule() {
    delivering.apply("0415", new Ipe().and(open("IMB/A")));
    var terms =
        new org.foyal.fibre.files.FileOrder.Terms(
            java.util.Optional.empty(),
            java.util.Optional.of(java.time.LocalDate.of(2026, 4, 1)),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            false);
    delivering.bring(
        delivering
            .order(
                "actuel_972.csv",
                """
                imb_id;addr_code;imb_code;code_operateur;code_techno;classe_debit_montant;classe_debit_descendant;limitation;saturation
                IMB/A;x;IMB/A;FTEL;FO;THD1G;THD1G;;
                IMB/A;x;IMB/A;FREE;FO;INEL;INEL;;
                IMB/A;x;IMB/A;COPR;CU;BHD8;BHD8;;
                """)
            .with(terms));
    sql.sql("insert into fibre.operator (code, name) values ('FTEL', 'Opérateur des Essais')")
        .update();
    assertThat(asked("12 rue des essais"))
        .bodyText()
        .contains("D’après l’Arcep", "Opérateur des Essais")
        .doesNotContain("FREE", "COPR");
  }

  @Test
  void aBuildingThatLeftTheFileIsSaidToHaveLeftIt() {
    delivering.apply("0415", new Ipe().and("IMB/A").and("IMB/B"));
    delivering.bring(
        delivering
            .order(Delivering.name("0430"), new Ipe().and("IMB/B").text())
            .asComplete(java.util.OptionalLong.of(1)));
    assertThat(get("/fr/fibre/address", "building", "IMB/A"))
        .bodyText()
        .contains("n’est plus dans le fichier", "30\u00a0avril 2026");
  }

  @Test
  void programsAreToldTheSame() {
    delivering.apply("0415", new Ipe().and(open("IMB/A")));
    assertThat(get("/api/fibre/address", "q", "12 rue des essais", "language", "en"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.answer.code")
        .isEqualTo("connectable");
    assertThat(get("/api/fibre/address", "street", "97299-rue-des-essais", "number", "14"))
        .hasStatusOk()
        .bodyText()
        .contains("\"found\":\"number\"", "not-known", "IMB/A");
    assertThat(get("/api/fibre/address", "building", "IMB/A"))
        .bodyText()
        .contains("\"state\":\"DEPLOYE\"", "\"fileOf\":\"2026-04-15\"", "\"example\":false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?q=",
        "?q=a&street=b",
        "?nobody=1",
        "?q=a&language=de",
        "?lat=91&lon=0",
        "?lat=14.6",
        "?street=%00",
        "?street=97299-rue-des-essais&number=douze"
      })
  void programsThatAskBadlyAreToldWhatToDo(String question) {
    assertThat(web.get().uri("/api/fibre/address" + question).exchange())
        .hasStatus(400)
        .hasContentType("application/problem+json");
  }
}

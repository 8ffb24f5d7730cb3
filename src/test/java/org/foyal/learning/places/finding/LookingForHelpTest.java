package org.foyal.learning.places.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foyal.HouseTest;
import org.foyal.learning.places.Known;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.hours.Moments;
import org.foyal.learning.places.hours.Openings;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
class LookingForHelpTest {
  private static final String PERHAPS = "peut-être";
  private static final String WORK = "Insertion professionnelle via le numérique";
  private static final String PLAY = "Loisirs et créations numériques";

  @Autowired MockMvcTester web;
  @Autowired Places places;
  @Autowired Clock clock;
  @Autowired ShellSettings shell;
  @Autowired Pages pages;
  @Autowired Openings openings;

  private static int spot;

  private Known known;

  @BeforeEach
  void places() {
    known = new Known(places);
  }

  private MvcTestResult get(String address) {
    return web.get().uri(URI.create("/fr" + address)).exchange();
  }

  /// A place that is nearest to a point at which no other is: lists show the nearest alone.
  private Place alone(String... fields) {
    var all = new ArrayList<>(List.of(fields));
    all.addAll(
        List.of(
            "latitude",
            Integer.toString(-70 + spot++ / 100),
            "longitude",
            Integer.toString(spot % 100)));
    return known.add(Known.name(), all.toArray(String[]::new));
  }

  /// Where a place stands in an answer at its point: `yes`, `perhaps` or `no`.
  private String among(String query, Place place) throws IOException {
    var at = place.address().position().orElseThrow();
    var here = "&lat=" + at.latitude_deg() + "&lon=" + at.longitude_deg();
    var text = get("/places?" + query + here).getResponse().getContentAsString();
    int found = text.indexOf(place.name());
    int perhaps = text.indexOf(PERHAPS + "</h2>");
    return found < 0 ? "no" : perhaps >= 0 && found > perhaps ? "perhaps" : "yes";
  }

  @ParameterizedTest
  @CsvSource({
    "need=service-internet, services, Accès internet et matériel informatique, yes",
    "need=service-internet, services, Loisirs et créations numériques, no",
    "need=service-internet, services, '', perhaps",
    "free=yes, frais_a_charge, Gratuit, yes",
    "free=yes, frais_a_charge, Gratuit sous condition, perhaps",
    "free=yes, frais_a_charge, Payant, no",
    "free=yes, frais_a_charge, '', perhaps",
    "step=yes, prise_en_charge_specifique, Handicaps moteurs, perhaps",
    "step=yes, prise_en_charge_specifique, '', perhaps",
    "spoken=en, prise_en_charge_specifique, Langues étrangères (anglais), yes",
    "spoken=ht, prise_en_charge_specifique, '', perhaps",
    "who=audience-women, publics_specifiquement_adresses, Femmes, yes",
    "who=audience-women, publics_specifiquement_adresses, Seniors, no",
    "open=yes, horaires, 24/7, yes",
    "open=yes, horaires, off, no",
    "open=yes, horaires, quand on peut, perhaps",
    "open=yes, horaires, '', perhaps",
    "open=yes, modalites_acces, Ce lieu n'accueille pas de public, no",
    "phone=yes, telephone, 0596600000, perhaps",
    "'', services, '', yes",
    "need=nothing&spoken=klingon&open=maybe&who=service-work, services, '', yes"
  })
  void whatIsNotKnownIsNeitherYesNorNo(String query, String field, String value, String answer)
      throws IOException {
    assertThat(among(query, alone(field, value))).isEqualTo(answer);
  }

  @Test
  void aPlaceThatHelpsByPhoneIsFoundByPhone() throws IOException {
    var place = alone("telephone", "0596600000", "modalites_acces", "Téléphoner");
    assertThat(among("phone=yes", place)).isEqualTo("yes");
    var other = alone("telephone", "0596600000", "modalites_acces", "Se présenter");
    assertThat(among("phone=yes", other)).isEqualTo("no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void theLanguageOfThePageChoosesNothing(String language) {
    alone("services", "");
    assertThat(web.get().uri("/" + language + "/places").exchange())
        .hasStatusOk()
        .bodyText()
        .contains("<details")
        .doesNotContain("<details open");
  }

  @Test
  void theNearestComesFirstWithItsDistanceInWords() {
    var far = known.add(Known.name(), "latitude", "-40.05", "longitude", "100");
    var near = known.add(Known.name(), "latitude", "-40.005", "longitude", "100");
    assertThat(get("/places?lat=-40&lon=100"))
        .hasStatusOk()
        .bodyText()
        .containsSubsequence(
            near.name(), "à 550 m, environ 13 min à pied", far.name(), "à 5,6 km", "vol d’oiseau");
  }

  @Test
  void wordsThatNameNothingAreSaid() {
    assertThat(get("/places?q=xqzw%20vvkj"))
        .hasStatusOk()
        .bodyText()
        .contains("Nous ne connaissons pas", "xqzw vvkj");
  }

  @Test
  void thePageOfAPlaceBeginsWithItsTelephone() {
    var place =
        known.add(
            Known.name(),
            "telephone",
            "0596 60 00 01",
            "horaires",
            "24/7",
            "frais_a_charge",
            "Gratuit");
    assertThat(get("/places/" + place.id()))
        .hasStatusOk()
        .bodyText()
        .containsSubsequence(
            "Ouvert jour et nuit",
            "href=\"tel:+596596600001\"",
            "0596\u00a060\u00a000\u00a001",
            "12 rue des Essais",
            "jour et nuit",
            "Gratuit",
            "mai 2026",
            "/fr/about/contact?place=" + place.id());
  }

  @ParameterizedTest
  @CsvSource({"5, false", "6, true", "7, true", "13, true"})
  void aDayThatMayBeMistakenForAnotherComesWithItsDate(int ahead_days, boolean dated) {
    var day = LocalDate.ofInstant(clock.instant(), shell.timeZone()).plusDays(ahead_days);
    var written = DateTimeFormatter.ofPattern("yyyy MMM dd", Locale.ENGLISH).format(day);
    var place = known.add(Known.name(), "horaires", written + " PH,Mo-Su 08:00-09:00");
    assertThat(get("/places/" + place.id()))
        .bodyText()
        .containsPattern(
            dated ? "Ouvre [a-z]+ \\(\\d.* " + day.getYear() + "\\) à 8" : "Ouvre [a-z]+ à 8");
  }

  @Test
  void whatIsNotKnownSaysSo() {
    var place = known.add(Known.name());
    assertThat(get("/places/" + place.id()))
        .bodyText()
        .contains(
            "Horaires non connus",
            "Numéro de téléphone non connu",
            "Prix non connu",
            "nous ne savons pas");
  }

  @Test
  void hoursThatWeCantReadAreShownAsTheyAreWritten() {
    var place = known.add(Known.name(), "horaires", "quand <b>on</b> peut");
    assertThat(get("/places/" + place.id()))
        .hasStatusOk()
        .bodyText()
        .contains("Nous n’arrivons pas à lire les horaires", "quand &lt;b&gt;on&lt;/b&gt; peut");
  }

  @Test
  void hiddenPlacesAreNotThereAndClosedOnesSaySo() {
    var hidden = known.add(Known.standing(Known.place(Known.name()), true, true, false));
    var shut = known.add(Known.standing(Known.place(Known.name()), false, false, true));
    assertThat(get("/places/" + hidden.id())).hasStatus(404);
    assertThat(get("/places")).bodyText().doesNotContain(hidden.name());
    assertThat(get("/places/" + shut.id()))
        .bodyText()
        .contains("Fermé pour le moment", "Exemple inventé");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/places?q=%00&lat=NaN&lon=1e9",
        "/places?lat=14.6&lat=14.7&lon=-61",
        "/places?need=%00&who='&spoken=%F0%9F%92%A9",
        "/places/map?lat=x&lon=y&z=999",
        "/places/sheet"
      })
  void oddWishesAskForNothing(String address) {
    assertThat(get(address)).hasStatusOk();
  }

  @Test
  void longWordsAreCutAndNoPlaceIsNotFound() {
    assertThat(get("/places?q=" + "a".repeat(3_000))).hasStatusOk();
    assertThat(get("/places/" + UUID.randomUUID())).hasStatus(404);
    assertThat(get("/places/------------------------------------")).hasStatus(404);
  }

  @Test
  void whoeverSeesAMistakeIsAskedWhichAndThePlaceIsNamed() {
    var place = known.add(Known.name());
    assertThat(get("/about/contact?place=" + place.id()))
        .hasStatusOk()
        .bodyText()
        .contains("une erreur sur ce lieu", place.name(), "/fr/places/" + place.id());
    for (var typed : List.of("x", UUID.randomUUID().toString(), "Payez%20au%200899", "%00")) {
      assertThat(get("/about/contact?place=" + typed))
          .hasStatusOk()
          .bodyText()
          .doesNotContain("une erreur sur ce lieu", "Payez au");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "22:00-02:00, 2026-11-23T23:00, 'Ouvert cette nuit, jusqu’à 2\u00a0h'",
    "22:00-02:00, 2026-11-24T01:00, 'Ouvert aujourd’hui jusqu’à 2\u00a0h'",
    "08:00-24:00, 2026-11-23T23:00, 'Ouvert aujourd’hui jusqu’à minuit'"
  })
  void theNightIsSaidAsPeopleSayIt(String hours, LocalDateTime at, String said) {
    var place = known.add(Known.name(), "horaires", hours + "; PH off");
    var page = pages.of(new MockHttpServletRequest("GET", "/fr/places"));
    assertThat(Said.now(page, place, Moments.at(openings, place.hours(), at))).isEqualTo(said);
  }

  @Test
  void theSheetFollowsWhatWasSoughtTheNearestFirst() throws IOException {
    var far = known.add(Known.name(), "latitude", "-50.05", "longitude", "100", "services", WORK);
    var near = known.add(Known.name(), "latitude", "-50.005", "longitude", "100");
    var other = known.add(Known.name(), "latitude", "-50", "longitude", "100", "services", PLAY);
    var wish = "?need=service-work&lat=-50&lon=100&open=yes";
    assertThat(get("/places/sheet" + wish))
        .hasStatusOk()
        .bodyText()
        .as(
            "who surely has it first, then the nearest; whether it is open now is nothing for paper")
        .containsSubsequence("/fr/places/sheet.pdf?", "need=service-work", far.name(), near.name())
        .contains("Du plus proche au plus loin de vous", "suit vos choix")
        .doesNotContain(other.name())
        .doesNotContainPattern("sheet.pdf[^\"]*open=yes");
    assertThat(get("/places" + wish)).bodyText().contains("/fr/places/sheet?");
    var pdf = get("/places/sheet.pdf" + wish).getResponse();
    try (var paper = Loader.loadPDF(pdf.getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(paper)).contains(far.name());
    }
  }

  private static String week(int kind) {
    return switch (kind % 4) {
      case 0 -> "Mo-Fr 08:00-12:00,14:00-17:00; PH off";
      case 1 ->
          "Mo 08:00-12:00,14:00-17:00; Tu 09:00-12:00; We 07:30-11:45,13:15-16:30; Th 10:00-12:00;"
              + " Fr 08:00-11:00; Sa 08:00-12:15; Su 09:00-10:30; PH off";
      case 2 -> "quand le conseiller est là ".repeat(37);
      default -> "Mo-Sa 08:00-12:00 \"sur rendez-vous\"; PH off";
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void allPlacesStandOnOneSheetOfPaper(String language) throws IOException {
    for (int i = 0; i < 14; i++) {
      known.add(
          "AA " + Known.name(), // the first of the alphabet: the sheet shows twelve at most
          "telephone",
          "0596600000",
          "horaires",
          week(i));
    }
    var pdf = web.get().uri("/" + language + "/places/sheet.pdf").exchange().getResponse();
    try (var paper = Loader.loadPDF(pdf.getContentAsByteArray())) {
      assertThat(paper.getNumberOfPages()).isEqualTo(1);
      var text = new PDFTextStripper().getText(paper);
      assertThat(text.split("0596", -1)).as("many stand on it").hasSizeGreaterThan(5);
    }
  }
}

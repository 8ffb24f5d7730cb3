package org.foyal.learning.places.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
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
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
class LookingForHelpTest {
  private static final String PERHAPS = "peut-être";

  @Autowired MockMvcTester web;
  @Autowired Places places;
  @Autowired Clock clock;
  @Autowired ShellSettings shell;

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
            "/fr/about/contact?about=");
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

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void allPlacesStandOnOneSheetOfPaper(String language) throws IOException {
    for (int i = 0; i < 14; i++) {
      known.add(
          "AA " + Known.name(), // the first of the alphabet: the sheet shows twelve
          "telephone",
          "0596600000",
          "horaires",
          "Mo-Fr 08:00-12:00,14:00-17:00; PH off");
    }
    var pdf = web.get().uri("/" + language + "/places/sheet.pdf").exchange().getResponse();
    try (var paper = Loader.loadPDF(pdf.getContentAsByteArray())) {
      assertThat(paper.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(paper)).contains("Lieu ", "0596");
    }
  }
}

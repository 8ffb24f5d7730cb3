package org.foyal.agreement.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Agreements.Selection;
import org.foyal.agreement.Day;
import org.foyal.agreement.Signed;
import org.foyal.agreement.files.AgreementFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What somebody reads of the promises, without account and without scripts.
@HouseTest
class ReadingPromisesTest {
  @Autowired MockMvcTester web;
  @Autowired AgreementFiles files;
  @Autowired Agreements agreements;
  @Autowired Signed signed;

  @BeforeEach
  void bringTheCitysAgreementsIn() throws IOException {
    files.bring(Path.of("cities/fort-de-france/agreements.json"));
  }

  private String page(String address) {
    var answer = web.get().uri(address).exchange();
    assertThat(answer).hasStatusOk();
    try {
      return answer.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void everyPromiseHasItsPageWithItsSource(String language) {
    for (var promise : agreements.listInOrder("convention-2018")) {
      var page = page("/" + language + "/commitments/" + promise.code());
      assertThat(page).contains(promise.said().source().title());
      promise.said().terms().ifPresent(terms -> assertThat(page).contains(terms.substring(0, 20)));
    }
  }

  @Test
  void lateIsLateInPublic() {
    assertThat(page("/fr/commitments/maison-digitale"))
        .contains("Tenu en retard", "avec 2 jours de retard", "juin 2018", "2\u00a0juillet 2018");
    assertThat(page("/fr/commitments/fablab-solidaire"))
        .contains("Nous ne savons pas", "échéance dépassée de");
  }

  @Test
  void thePromiseOfTrainingIsFollowedByAFigureAndSaysThatNothingRealIsCountedYet() {
    assertThat(page("/fr/commitments/culture-numerique"))
        .contains(
            "nombre de séances d’atelier",
            "Rien de réel n’est encore compté",
            "ne fixe aucun nombre à atteindre");
  }

  @Test
  void theFirstPageSaysHowManyArePromisedKeptAndLate() {
    assertThat(page("/fr/"))
        .contains(
            "Ce que la ville et ses partenaires ont promis",
            "/fr/commitments/" + agreements.listFirst(1).getFirst().code(),
            agreements.count(Selection.ALL).all() + " engagements");
  }

  @Test
  void aListIsFilteredByThemeAudiencePartyAndState() {
    assertThat(page("/fr/agreements?theme=making"))
        .contains("/fr/commitments/fablab-solidaire")
        .doesNotContain("/fr/commitments/maison-digitale");
    assertThat(page("/fr/agreements?audience=young&agreement=convention-2018"))
        .contains("/fr/commitments/culture-numerique")
        .doesNotContain("/fr/commitments/plan-fibre");
    assertThat(page("/fr/agreements?party=orange&agreement=convention-2018"))
        .contains("/fr/commitments/plan-fibre")
        .doesNotContain("/fr/commitments/cohesion-sociale");
    assertThat(page("/fr/agreements?state=kept-late&agreement=convention-2018"))
        .contains("/fr/commitments/maison-digitale")
        .doesNotContain("/fr/commitments/plan-fibre");
    assertThat(page("/fr/agreements?state=late&agreement=convention-2018"))
        .contains("/fr/commitments/plan-fibre")
        .doesNotContain("/fr/commitments/maison-digitale");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "theme=%00",
        "theme='%20or%201=1",
        "page=-1",
        "page=99999999999999",
        "page=x",
        "audience=<script>",
        "agreement=%F0%9F%92%A9",
        "state=KEPT&state=late"
      })
  void oddWordsInTheAddressAskForNothing(String query) throws Exception {
    var answer = web.get().uri("/fr/agreements?" + query).exchange().getResponse();
    assertThat(answer.getStatus()).isIn(200, 400);
    assertThat(answer.getContentAsString()).doesNotContain("<script>", "Aucun engagement.");
  }

  @Test
  void whatSomebodyTypedIsNeverMarkup() {
    var party = signed.party("<b>Partie</b>");
    var code = Signed.fresh("p");
    signed.enter(
        signed.agreement(party),
        party,
        code,
        Signed.said(
            "<script>alert(1)</script> “x”", Optional.of(new Day(Signed.SIGNED_ON, Day.Unit.DAY))));
    assertThat(page("/fr/commitments/" + code))
        .contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt; “x”</h1>")
        .doesNotContain("<script>alert", "<b>Partie");
  }

  @Test
  void aTextThatNobodyTranslatedIsMarkedAsFrench() {
    var promise = signed.promise(Optional.empty());
    assertThat(page("/en/commitments/" + promise.code()))
        .contains("<h1 lang=\"fr\">Une promesse</h1>");
  }

  @Test
  void whatIsNotThereIsA404ThatHelps() {
    assertThat(web.get().uri("/fr/commitments/rien")).hasStatus(404);
    assertThat(web.get().uri("/fr/agreements/rien")).hasStatus(404);
  }

  @Test
  void aSecondLookCostsNothing() {
    var first = web.get().uri("/fr/agreements").exchange().getResponse();
    var tag = String.valueOf(first.getHeader("ETag"));
    assertThat(web.get().uri("/fr/agreements").header("If-None-Match", tag)).hasStatus(304);
    signed.promise(Optional.empty());
    assertThat(web.get().uri("/fr/agreements").header("If-None-Match", tag)).hasStatus(200);
  }
}

package org.foyal.home.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foyal.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@HouseTest
class WhatTheServiceOwesTest {
  @Autowired MockMvcTester web;

  @ParameterizedTest
  @CsvSource({
    "fr, contact, Autres moyens de nous joindre",
    "en, contact, Other ways to reach us",
    "gcf, contact, Lézòt manniè kontakté nou",
    "fr, accessibility, Aucun audit RGAA",
    "fr, privacy, pas de traceur",
    "fr, legal, EUPL 1.2"
  })
  void theOwedPagesStandInEveryLanguage(String language, String page, String sentence) {
    assertThat(web.get().uri("/" + language + "/about/" + page))
        .hasStatusOk()
        .bodyText()
        .contains(sentence);
  }

  @Test
  void aCityThatGaveNoContactSaysSoInsteadOfInventingOne() {
    assertThat(web.get().uri("/fr/about/contact"))
        .bodyText()
        .contains("n’a pas encore inscrit ici son téléphone");
  }

  /// WCAG 2.2 gives 21:1 for black on white; #767676 on white is the known grey just above 4.5.
  @Test
  void contrastIsComputedAsTheStandardSays() {
    assertThat(new Contrast("#000", "#fff").ratio()).isEqualTo(21, within(0.001));
    assertThat(new Contrast("#767676", "#ffffff").ratio()).isEqualTo(4.54, within(0.01));
  }

  @Test
  void everyInkOfTheHouseIsReadableAndIsTheOneInTheStyleSheet() throws IOException {
    var css = Files.readString(Path.of("src/main/java/org/foyal/shell/static/foyal.css"));
    for (var pair : DesignPage.PAIRS) {
      assertThat(pair.light().ratio()).as(pair.words()).isGreaterThanOrEqualTo(4.5);
      assertThat(pair.dark().ratio()).as(pair.words()).isGreaterThanOrEqualTo(4.5);
      assertThat(css)
          .contains(": " + pair.light().ink() + ";")
          .contains(": " + pair.dark().ink() + ";")
          .contains("--paper: " + pair.light().paper() + ";")
          .contains("--paper: " + pair.dark().paper() + ";");
    }
  }
}

package org.foyal.requests.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.requests.Categories;
import org.foyal.requests.Filed;
import org.foyal.requests.Requests;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Categories, their questions and departments are shown as a resident sees them, with what would
/// change, before they are saved.
@HouseTest
class LookingBeforeSavingTest {
  private final Member ada = new Member(Role.ADMIN);

  @Autowired MockMvcTester web;
  @Autowired Categories categories;
  @Autowired Requests requests;
  @Autowired Asked asked;

  private MvcTestResult post(String address, Map<String, String> fields) {
    var request = web.post().uri(address).with(ada.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private static Map<String, String> lamp(String... more) {
    var fields =
        new HashMap<>(
            Map.of(
                "titleFr", "Lampe éteinte",
                "titleEn", "Lamp out",
                "groupFr", "Rues",
                "days", "20",
                "place", "0",
                "silence", "REFUSED",
                "active", "yes",
                "act", "preview"));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  @Test
  void aCategoryIsShownInEveryLanguageWithTheDatePromisedTodayAndNothingIsSaved() {
    var filed = Filed.in(requests, categories);
    filed.report("Un trou.");
    var at = "/fr/staff/categories/" + filed.category();
    var now = categories.find(filed.category()).orElseThrow();
    assertThat(post(at, lamp("version", "" + now.version())))
        .hasStatusOk()
        .bodyText()
        .contains("Lampe éteinte", "Lamp out", "objectif", "objective", "au lieu du")
        .contains("Une demande ouverte porte ce sujet", "votre demande est refusée");
    assertThat(categories.find(filed.category())).contains(now);
    assertThat(post(at, lamp("version", "" + now.version(), "active", "")))
        .bodyText()
        .contains("disparaît de la liste");
    assertThat(post("/fr/staff/categories", lamp())).hasStatusOk();
    assertThat(post(at, lamp("days", "0"))).hasStatus(422);
    assertThat(post(at, lamp("department", "none\u0000"))).hasStatus(422);
  }

  @Test
  void whoLooksFirstAndIsOvertakenIsStillTold() {
    var filed = Filed.in(requests, categories);
    var at = "/fr/staff/categories/" + filed.category();
    assertThat(post(at, lamp("version", "1", "act", ""))).hasStatus(302);
    assertThat(post(at, lamp("version", "1"))).bodyText().contains("name=\"version\" value=\"1\"");
    assertThat(post(at, lamp("version", "1", "act", ""))).hasStatus(409);
  }

  @Test
  void aQuestionIsShownAmongTheOthersBeforeItIsSaved() {
    var filed = Filed.in(requests, categories);
    var at = "/fr/staff/categories/" + filed.category() + "/questions";
    var question =
        Map.of(
            "code",
            "pole",
            "askFr",
            "Numéro du poteau ?",
            "kind",
            "STRING",
            "place",
            "10",
            "active",
            "yes",
            "act",
            "preview");
    assertThat(post(at, question))
        .hasStatusOk()
        .bodyText()
        .contains("attribute[pole]", "pas encore enregistré");
    assertThat(requests.asked(filed.category())).isEmpty();
  }

  @Test
  void aDepartmentIsShownAsOnAReceiptWithItsOpenCases() {
    var one = asked.department();
    asked.at(one.code());
    var at = "/fr/staff/departments/" + one.code();
    assertThat(
            post(
                at,
                Map.of(
                    "name", "Voirie", "phone", "0596 11 11 11", "version", "1", "act", "preview")))
        .hasStatusOk()
        .bodyText()
        .contains("Voirie · 0596 11 11 11", "Une demande ouverte est dans ce service")
        .contains("les nouvelles vont à");
    assertThat(post(at, Map.of("name", "", "act", "preview"))).hasStatus(422);
    assertThat(web.get().uri(at).with(ada.here())).bodyText().contains(one.name());
  }
}

package org.foyal.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.Optional;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Register;
import org.foyal.agreement.Signed;
import org.foyal.agreement.Writer;
import org.foyal.agreement.committee.Committee;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A choice that was not made is said beside the choice, to readers of screens too; a text that
/// nobody translated is marked as French.
@HouseTest
class ChoosingAtTheDeskTest {
  @Autowired MockMvcTester web;
  @Autowired Signed signed;
  @Autowired Register register;
  @Autowired Agreements agreements;
  @Autowired Committee committee;

  private final Member ada = new Member(Role.ADMIN);

  private MvcTestResult post(String address, Map<String, String> fields) {
    var request = web.post().uri(address).with(ada.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private long meeting() {
    var party = signed.party("Partie");
    var writing =
        (Committee.Writing.Written)
            committee.plan(
                Writer.FILE, signed.agreement(party), agreements.today(), "Hôtel de ville");
    return writing.meeting();
  }

  @Test
  void whoseAndWhetherSomebodyCameAreAskedForBesideTheirChoices() {
    assertThat(post("/fr/staff/meetings/" + meeting() + "/attendance", Map.of("name", "Ana Test")))
        .hasStatus(422)
        .bodyText()
        .contains(
            "id=\"party-error\"",
            "aria-describedby=\"party-error\"",
            "<fieldset role=\"radiogroup\" aria-invalid=\"true\" aria-describedby=\"presence-error\">",
            "value=\"Ana Test\"");
  }

  @Test
  void whoAnswersForADecisionIsAskedForBesideTheChoice() {
    assertThat(post("/fr/staff/meetings/" + meeting() + "/decisions", Map.of("textFr", "Relancer")))
        .hasStatus(422)
        .bodyText()
        .contains("aria-describedby=\"owner-error\"", "Relancer");
  }

  @Test
  void whereAPromiseStandsIsAskedForBesideTheChoice() {
    var promise = signed.promise(Optional.empty());
    assertThat(post("/fr/staff/commitments/" + promise.code() + "/state", Map.of("whyFr", "x")))
        .hasStatus(422)
        .bodyText()
        .contains("aria-describedby=\"declared-error\"");
  }

  @Test
  void theDeskMarksWhatNobodyTranslatedAsFrench() {
    var promise = signed.promise(Optional.empty());
    register.setOwner(Writer.FILE, promise.code(), Optional.of(ada.id()));
    assertThat(web.get().uri("/en/staff/commitments/" + promise.code()).with(ada.here()))
        .bodyText()
        .contains("<h1 lang=\"fr\">Une promesse</h1>");
    assertThat(
            web.get()
                .uri("/en/staff/agreements/" + promise.agreement() + "/meetings")
                .with(ada.here()))
        .bodyText()
        .contains("<p class=\"lead\" lang=\"fr\">Accord d’essai</p>");
    assertThat(web.get().uri("/en/agreements/" + promise.agreement() + "/decisions"))
        .bodyText()
        .contains("lang=\"fr\">Accord d’essai</a>");
  }
}

package org.foyal.fablab.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.fablab.projects.Licence;
import org.foyal.fablab.projects.Project;
import org.foyal.fablab.projects.Projects;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What the lab costs is told to everybody, and noted at the counter.
@HouseTest
class PricesAtTheCounterTest {
  private static final String PRICES = "/fr/fablab/prices";
  private static final String DESK = "/fr/staff/fablab/credit";

  @Autowired MockMvcTester web;
  @Autowired Lab lab;
  @Autowired Members members;
  @Autowired Projects projects;
  @Autowired Credit credit;

  private final org.foyal.cases.desk.Member fabrice = new org.foyal.cases.desk.Member(Role.FABLAB);
  private MachineType type;
  private Member ana;

  @BeforeEach
  void aMachineWithAPrice() {
    type = lab.type("Brodeuse " + UUID.randomUUID().toString().substring(0, 6));
    ana = lab.member("Ana Prix " + UUID.randomUUID().toString().substring(0, 6));
    desk(Map.of("act", "price", "type", type.code(), "amount", "600"));
  }

  private MvcTestResult desk(Map<String, String> some) {
    var request = web.post().uri(DESK).with(fabrice.here()).with(csrf());
    request.param("form", UUID.randomUUID().toString());
    some.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult ask(Map<String, String> some) {
    var request = web.post().uri(PRICES).with(csrf());
    some.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult sum(String minutes, String quotient) {
    return ask(Map.of("act", "sum", "type", type.code(), "minutes", minutes, "quotient", quotient));
  }

  @Test
  void aSumIsWorkedOutWithAQuotientThatNobodyKeeps() {
    assertThat(sum("60", "750")).hasStatusOk().bodyText().contains("Ce temps coûte 3");
    assertThat(sum("60", "99999")).bodyText().contains("Ce temps coûte 6");
    assertThat(sum("60", "0")).bodyText().contains("0,60");
  }

  @Test
  void whatIsNoNumberIsToldBesideItsField() {
    assertThat(sum("0", "-1"))
        .hasStatus(422)
        .bodyText()
        .contains("Un nombre de minutes, de 1 à 1440", "Un nombre entier d’euros");
  }

  @Test
  void theCounterNotesTheTariffAndTheCardShowsIt() {
    var seen =
        desk(
            Map.of(
                "act", "seen",
                "reference", ana.reference().toString(),
                "amount", "300",
                "months", "6"));
    assertThat(seen).hasStatusOk().bodyText().contains("20\u00a0% du prix plein");
    assertThat(
            ask(
                Map.of(
                    "act", "mine",
                    "reference", ana.reference().toString(),
                    "code", members.code(ana))))
        .hasStatusOk()
        .bodyText()
        .contains("du prix plein", "240.");
    assertThat(ask(Map.of("act", "mine", "reference", ana.reference().toString(), "code", "wrong")))
        .hasStatus(422);
  }

  @Test
  void thePotGivesNoMoreThanCompaniesPutIn() {
    var reference = ana.reference().toString();
    assertThat(desk(Map.of("act", "pot", "reference", reference, "amount", "6000")))
        .hasStatus(422)
        .bodyText()
        .contains("pas autant de minutes");
    assertThat(desk(Map.of("act", "fund", "amount", "4"))).hasStatusOk();
    assertThat(desk(Map.of("act", "pot", "reference", reference, "amount", "60"))).hasStatusOk();
    assertThat(credit.holding(ana.id()).creditMinutes()).isEqualTo(60);
  }

  @Test
  void nobodyOfTheLabIsFoundByAWrongCard() {
    assertThat(desk(Map.of("act", "give", "reference", "nobody", "amount", "5")))
        .hasStatus(422)
        .bodyText()
        .contains("Personne n’a cette carte");
  }

  @Test
  void whoeverDocumentsAProjectIsGivenAnHourOnce() {
    var project = UUID.randomUUID();
    var told =
        new Project.Told(
            "Lampe",
            "Elle éclaire.",
            "Ana",
            Licence.CC0_1_0,
            Language.FR,
            List.of("Collez."),
            List.of());
    projects.write(project, ana, told);
    for (int again = 0; again < 2; again++) {
      projects.send(project, ana);
      projects.publish(Lab.STAFF, project);
      projects.withdraw(project, ana);
    }
    assertThat(credit.holding(ana.id()).creditMinutes()).isEqualTo(60);
  }
}

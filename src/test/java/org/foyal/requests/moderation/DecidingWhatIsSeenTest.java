package org.foyal.requests.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Cases;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Filed;
import org.foyal.requests.Filed.Keys;
import org.foyal.requests.Report.Shown;
import org.foyal.requests.Requests;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Words are kept back by a rule, in public; whoever wrote them may appeal; somebody else decides.
@HouseTest
class DecidingWhatIsSeenTest {
  private final Actor ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");
  private final Actor ben = new Actor(UUID.randomUUID(), "Ben", "127.0.0.1");

  @Autowired MockMvcTester web;
  @Autowired Moderation moderation;
  @Autowired Requests requests;
  @Autowired Categories categories;
  @Autowired Cases cases;
  @Autowired JdbcClient sql;

  private Keys keys;

  @BeforeEach
  void aReportThatIsKeptBack() {
    keys = Filed.in(requests, categories).report("Le voisin du 3 fait du bruit.");
    assertThat(moderation.hide(ana, keys.reference(), "person")).isTrue();
  }

  private MvcTestResult get(String address) {
    return web.get().uri(address).exchange();
  }

  private MvcTestResult appeal(String code, String words, UUID form) {
    return web.post()
        .uri("/fr/reports/" + keys.reference() + "/appeal")
        .param("code", code)
        .param("words", words)
        .param("form", form.toString())
        .exchange();
  }

  private Shown shown() {
    return requests.find(keys.reference()).orElseThrow().shown();
  }

  private String lastLine() {
    var thread = cases.follow(keys.reference().toString(), keys.code()).orElseThrow().thread();
    return thread.getLast().words().orElse("");
  }

  @Test
  void wrongCodesSlowOnlyWhoSendsThemAndARightOneFromThereIsTaken() {
    for (int i = 0; i < 30; i++) {
      assertThat(from("wrong" + i, "Non.")).hasStatus(422);
    }
    assertThat(from("wrong", "Non."))
        .hasStatus(429)
        .bodyText()
        .contains("Attendez quelques minutes");
    assertThat(from(keys.code(), "Je ne nomme personne.")).hasStatusOk();
  }

  private MvcTestResult from(String code, String words) {
    return web.post()
        .uri("/fr/reports/" + keys.reference() + "/appeal")
        .with(request -> {
          request.setRemoteAddr("2001:db8:8b:7::1");
          return request;
        })
        .param("code", code)
        .param("words", words)
        .param("form", UUID.randomUUID().toString())
        .exchange();
  }

  @Test
  void whoeverFiledItIsToldWhyAndHowToAppeal() {
    assertThat(lastLine())
        .contains(
            "n’est pas montré au public",
            "une personne est nommée",
            "/fr/reports/" + keys.reference() + "/appeal");
  }

  @Test
  void theLogNamesTheRuleAndNobody() {
    assertThat(get("/fr/reports/decisions"))
        .hasStatusOk()
        .bodyText()
        .contains("/fr/reports/" + keys.reference(), "une personne est nommée", "dans la journée")
        .doesNotContain("Ana", "voisin");
    assertThat(get("/fr/reports/decisions?below=1")).hasStatusOk();
    assertThat(get("/fr/reports/decisions?below=x")).hasStatusOk();
  }

  @Test
  void anAppealIsDecidedBySomebodyElseAndTheWordsAreShown() {
    assertThat(appeal(keys.code(), "Je ne nomme personne.", UUID.randomUUID()))
        .hasStatusOk()
        .bodyText()
        .contains("C’est reçu");
    assertThat(moderation.waiting().getFirst().shown()).isEqualTo(Shown.HIDDEN);
    assertThat(moderation.decide(ana, keys.reference(), Optional.empty(), OptionalInt.empty()))
        .isEqualTo(new Deciding.Refused("requests.problem.own-appeal"));
    assertThat(shown()).isEqualTo(Shown.HIDDEN);
    assertThat(moderation.show(ben, keys.reference())).isTrue();
    assertThat(shown()).isEqualTo(Shown.SHOWN);
    assertThat(lastLine()).contains("Une autre personne a lu votre contestation");
    assertThat(get("/fr/reports/decisions")).bodyText().contains("après contestation");
    assertThat(get("/fr/reports/" + keys.reference() + "/appeal")).hasStatus(404);
  }

  @Test
  void anAppealThatIsRefusedStaysInTheLogAndTheNextOneMayCome() {
    appeal(keys.code(), "Je ne nomme personne.", UUID.randomUUID());
    assertThat(moderation.hide(ben, keys.reference(), "private")).isTrue();
    assertThat(lastLine()).contains("Le texte reste gardé", "vie privée");
    assertThat(appeal(keys.code(), "Encore.", UUID.randomUUID())).hasStatusOk();
    assertThat(moderation.decide(ben, keys.reference(), Optional.empty(), OptionalInt.empty()))
        .as("ben kept it back last")
        .isInstanceOf(Deciding.Refused.class);
    assertThat(moderation.show(ana, keys.reference())).isTrue();
  }

  @Test
  void onlyTheCodeOpensTheDoorToAppeal() {
    assertThat(appeal("wrong", "Je ne nomme personne.", UUID.randomUUID()))
        .hasStatus(422)
        .bodyText()
        .contains("ne va pas avec cette référence", "Je ne nomme personne.");
    assertThat(moderation.openAppeal(requests.find(keys.reference()).orElseThrow())).isEmpty();
  }

  @Test
  void oneAppealWaitsAtATimeAndTheSameFormIsOne() {
    var form = UUID.randomUUID();
    assertThat(appeal(keys.code(), "Une fois.", form)).hasStatusOk();
    assertThat(appeal(keys.code(), "Une fois.", form)).hasStatusOk();
    assertThat(appeal(keys.code(), "Deux fois.", UUID.randomUUID()))
        .hasStatus(422)
        .bodyText()
        .contains("attend déjà une décision");
    assertThat(appeal(keys.code(), "", UUID.randomUUID())).hasStatus(422);
    assertThat(appeal(keys.code(), "x".repeat(2001), UUID.randomUUID())).hasStatus(422);
  }

  @Test
  void aDecisionStandsAsItWasMade() {
    for (var statement :
        new String[] {
          "update cases.decision set rule = 'insult' where shown = 'HIDDEN'",
          "delete from cases.decision"
        }) {
      assertThatThrownBy(() -> sql.sql(statement).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("a decision stands as it was made");
    }
  }

  @Test
  void aRuleThatTheCharterDoesNotKnowKeepsNothingBack() {
    assertThat(moderation.hide(ana, keys.reference(), "dislike")).isFalse();
  }

  @Test
  void aDoubleClickIsOneDecisionAndWhoReadAnOlderPageIsTold() {
    assertThat(moderation.decide(ana, keys.reference(), Optional.of("person"), OptionalInt.of(0)))
        .isInstanceOf(Deciding.Done.class);
    assertThat(moderation.count(requests.find(keys.reference()).orElseThrow())).isOne();
    assertThat(moderation.decide(ben, keys.reference(), Optional.empty(), OptionalInt.of(0)))
        .isEqualTo(new Deciding.Refused("requests.problem.decided"));
    assertThat(shown()).isEqualTo(Shown.HIDDEN);
    assertThat(moderation.decide(ben, keys.reference(), Optional.empty(), OptionalInt.of(1)))
        .isInstanceOf(Deciding.Done.class);
  }

  private MvcTestResult decide(Member agent, String seen) {
    return web.post()
        .uri("/fr/staff/requests/" + keys.reference())
        .with(agent.here())
        .with(csrf())
        .param("shown", "SHOWN")
        .param("seen", seen)
        .exchange();
  }

  @Test
  void theDeskSaysSoToAnAgentWhoReadAnOlderPage() {
    var agent = new Member(Role.AGENT);
    assertThat(decide(agent, "0"))
        .hasStatus(422)
        .bodyText()
        .contains("Quelqu’un a décidé avant vous", "name=\"seen\" value=\"1\"");
    assertThat(decide(agent, "\u0000")).hasStatus(422);
    assertThat(shown()).isEqualTo(Shown.HIDDEN);
    assertThat(decide(agent, "1")).hasStatus(302);
    assertThat(shown()).isEqualTo(Shown.SHOWN);
  }
}

package org.foyal.learning.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Session;
import org.foyal.requests.desk.Member;
import org.foyal.shell.Visitor;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A name and a telephone number are enough to come; a reference and a code to stay away. At the
/// counter, a mediator writes it down and notes who came.
@HouseTest
class JoiningByWebTest {
  private final Member mediator = new Member(Role.MEDIATOR);

  @Autowired MockMvcTester web;
  @Autowired Joined joined;
  @Autowired Enrolments enrolments;
  @Autowired JdbcClient sql;
  private Visitor visitor;

  @BeforeEach
  void comes() {
    visitor = new Visitor(web);
  }

  private MvcTestResult join(Session session, Map<String, String> more) {
    var fields =
        new HashMap<>(
            Map.of("name", "Ana", "phone", Joined.number(), "form", UUID.randomUUID().toString()));
    fields.putAll(more);
    return visitor.post("/fr/workshops/" + session.id() + "/join", fields);
  }

  private MvcTestResult desk(Session session, String act, Map<String, String> fields) {
    var request =
        web.post()
            .uri("/fr/staff/learning/sessions/" + session.id() + "/people" + act)
            .with(mediator.here())
            .with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  @Test
  void aNameAndATelephoneAreEnoughForASeat() {
    var session = joined.session(1);
    assertThat(web.get().uri("/fr/workshops/" + session.id() + "/join").exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Écrire un e-mail", "Maison des tests", "M’inscrire");
    assertThat(join(session, Map.of()))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .bodyText()
        .contains("Vous avez une place", "Référence", "Notez-le");
    assertThat(join(session, Map.of("name", "Max")))
        .bodyText()
        .contains("Vous êtes sur la liste d’attente", "Ce n’est pas une réservation.");
  }

  @Test
  void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
    var session = joined.session(1);
    assertThat(join(session, Map.of("name", "", "phone", "chez ma tante", "year", "58")))
        .hasStatus(422)
        .bodyText()
        .contains("Écrivez un nom.", "chiffres du téléphone", "quatre chiffres", "chez ma tante");
    assertThat(join(session, Map.of("phone", "")))
        .hasStatus(422)
        .bodyText()
        .contains("Donnez un téléphone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\u202eana",
        "<script>alert(1)</script>",
        "😀",
        "'; drop table learning.seat; --"
      })
  void whateverIsTypedAsANameIsNoTrouble(String name) {
    var session = joined.session(3);
    var answer = join(session, Map.of("name", name, "form", name, "year", name, "target", name));
    assertThat(answer.getResponse().getStatus()).isIn(200, 422);
    assertThat(answer).bodyText().doesNotContain("<script>alert");
  }

  @Test
  void aSessionThatIsNoneIsNotFound() {
    assertThat(web.get().uri("/fr/workshops/" + UUID.randomUUID() + "/join").exchange())
        .hasStatus(404);
    assertThat(
            visitor.post(
                "/fr/workshops/" + UUID.randomUUID() + "/join",
                Map.of("name", "Ana", "phone", "0696123456")))
        .hasStatus(404);
    assertThat(
            web.get()
                .uri("/fr/workshops/------------------------------------/join")
                .exchange()
                .getResponse()
                .getStatus())
        .isIn(400, 404);
  }

  @Test
  void theReferenceAndTheCodeOpenOnesPlaceAndCancelItWithAReason() {
    var session = joined.session(1);
    var keys = joined.join(session, Joined.person("Ana"));
    assertThat(
            web.get().uri("/fr/workshops/mine/" + keys.reference() + "/" + keys.code()).exchange())
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("Referrer-Policy", "no-referrer")
        .bodyText()
        .contains("Place confirmée", "Je ne peux pas venir");
    var fields =
        new HashMap<>(Map.of("reference", keys.reference(), "code", keys.code(), "act", "cancel"));
    assertThat(visitor.post("/fr/workshops/mine", fields))
        .hasStatus(422)
        .bodyText()
        .contains("Choisissez une raison.");
    fields.put("reason", "TRANSPORT");
    assertThat(visitor.post("/fr/workshops/mine", fields))
        .hasStatusOk()
        .bodyText()
        .contains("Votre inscription est annulée");
    assertThat(visitor.post("/fr/workshops/mine", fields)).hasStatusOk();
    fields.put("act", "accept");
    assertThat(visitor.post("/fr/workshops/mine", fields))
        .hasStatus(409)
        .bodyText()
        .contains("C’est fini pour cette inscription");
    fields.put("reason", "SESSION");
    fields.put("act", "cancel");
    assertThat(visitor.post("/fr/workshops/mine", fields)).hasStatus(422);
  }

  @Test
  void whoeverTypesWrongCodesIsToldToWaitAndTheRightOneOpensAllTheSame() {
    var keys = joined.join(joined.session(1), Joined.person("Ana"));
    var wrong = Map.of("reference", keys.reference(), "code", "2222-2222");
    for (int i = 0; i < 30; i++) {
      assertThat(visitor.post("/fr/workshops/mine", wrong)).hasStatus(422);
    }
    assertThat(visitor.post("/fr/workshops/mine", wrong)).hasStatus(429);
    var right = Map.of("reference", keys.reference(), "code", keys.code());
    assertThat(visitor.post("/fr/workshops/mine", right)).hasStatusOk();
    for (int i = 0; i < 280; i++) {
      visitor.post("/fr/workshops/mine", wrong);
    }
    assertThat(visitor.post("/fr/workshops/mine", right)).hasStatus(429);
  }

  @Test
  void aClassJoinsFromOneAddress() {
    var session = joined.session(40);
    for (int i = 0; i < 40; i++) {
      assertThat(join(session, Map.of("name", "Élève " + i))).hasStatusOk();
    }
  }

  @Test
  void theSameContactJoinsSoOftenAnHourOnly() {
    var session = joined.session(40);
    var phone = Joined.number();
    for (int i = 0; i < 10; i++) {
      assertThat(join(session, Map.of("name", "Ana " + i, "phone", phone))).hasStatusOk();
    }
    assertThat(join(session, Map.of("name", "Ana 11", "phone", phone))).hasStatus(429);
    assertThat(join(session, Map.of("name", "Max"))).hasStatusOk();
  }

  @Test
  void onceItIsOverWhoeverHadASeatCanEraseTheirName() {
    var session = joined.session(1);
    var keys = joined.join(session, Joined.person("Ana"));
    var page = "/fr/workshops/mine/" + keys.reference() + "/" + keys.code();
    assertThat(web.get().uri(page).exchange()).bodyText().doesNotContain("Effacer mon nom");
    joined.nearer(session, -200);
    assertThat(web.get().uri(page).exchange()).bodyText().contains("Effacer mon nom");
  }

  @Test
  void anOfferIsTurnedDownWithOneButton() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var keys = joined.join(session, Joined.person("Léa"));
    enrolments.cancel(first.reference(), first.code(), Participation.Reason.TIME);
    var fields =
        new HashMap<>(Map.of("reference", keys.reference(), "code", keys.code(), "act", ""));
    assertThat(visitor.post("/fr/workshops/mine", fields))
        .bodyText()
        .contains("Non, pas cette fois");
    fields.put("act", "decline");
    assertThat(visitor.post("/fr/workshops/mine", fields))
        .hasStatusOk()
        .bodyText()
        .contains("Vous restez sur la liste, à la fin.", "proposition refusée");
  }

  @Test
  void theRuleOfTheLineIsPublicAndDated() {
    assertThat(web.get().uri("/fr/workshops/line").exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Qui attend depuis le plus longtemps passe d’abord.", "26 novembre 2026");
  }

  @Test
  void whoeverComesToTheDoorOfASessionThatHasBegunIsWrittenDown() {
    var session = joined.session(2);
    joined.nearer(session, -10);
    assertThat(
            desk(
                session,
                "",
                Map.of(
                    "name", "Ti Jo", "channel", "COUNTER", "form", UUID.randomUUID().toString())))
        .hasStatusOk()
        .bodyText()
        .contains("Ti Jo a une place.");
    assertThat(join(session, Map.of())).bodyText().contains("Cette séance a commencé");
  }

  @Test
  void theSameNumberWithThePrefixOfTheCountryIsTheSamePerson() {
    var session = joined.session(5);
    var number = Joined.number();
    assertThat(join(session, Map.of("name", "Rose", "phone", number)))
        .bodyText()
        .contains("Vous avez une place");
    assertThat(join(session, Map.of("name", "rose", "phone", "+596 " + number.substring(1))))
        .bodyText()
        .contains("peut-être déjà inscrit");
  }

  @Test
  void whoeverComesToNothingMoreErasesTheirNameAtOnce() {
    var session = joined.session(1);
    var person = Joined.person("Ana");
    var keys = joined.join(session, person);
    var fields =
        new HashMap<>(Map.of("reference", keys.reference(), "code", keys.code(), "act", "erase"));
    assertThat(visitor.post("/fr/workshops/mine", fields))
        .hasStatus(409)
        .bodyText()
        .contains("annulez d’abord");
    fields.put("act", "cancel");
    fields.put("reason", "TIME");
    visitor.post("/fr/workshops/mine", fields);
    fields.put("act", "erase");
    assertThat(visitor.post("/fr/workshops/mine", fields))
        .hasStatusOk()
        .bodyText()
        .contains("sont effacés");
    assertThat(
            sql.sql("select count(*) from learning.learner where email = :email")
                .param("email", person.email().orElseThrow())
                .query(Integer.class)
                .single())
        .isZero();
  }
}

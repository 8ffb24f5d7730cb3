package org.foyal.learning.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Session;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
  private final String sender =
      "198.51."
          + ThreadLocalRandom.current().nextInt(250)
          + "."
          + ThreadLocalRandom.current().nextInt(250);

  @Autowired MockMvcTester web;
  @Autowired Joined joined;
  @Autowired JdbcClient sql;

  private MvcTestResult post(String address, Map<String, String> fields) {
    var request =
        web.post()
            .uri(address)
            .with(r -> {
              r.setRemoteAddr(sender);
              return r;
            });
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult join(Session session, Map<String, String> more) {
    var fields =
        new HashMap<>(
            Map.of("name", "Ana", "phone", "0696 12 34 56", "form", UUID.randomUUID().toString()));
    fields.putAll(more);
    return post("/fr/workshops/" + session.id() + "/join", fields);
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
            post(
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
    assertThat(post("/fr/workshops/mine", fields))
        .hasStatus(422)
        .bodyText()
        .contains("Choisissez une raison.");
    fields.put("reason", "TRANSPORT");
    assertThat(post("/fr/workshops/mine", fields))
        .hasStatusOk()
        .bodyText()
        .contains("Votre inscription est annulée");
    assertThat(post("/fr/workshops/mine", fields)).hasStatusOk();
    fields.put("act", "accept");
    assertThat(post("/fr/workshops/mine", fields))
        .hasStatus(409)
        .bodyText()
        .contains("La place n’est plus gardée");
    fields.put("reason", "SESSION");
    fields.put("act", "cancel");
    assertThat(post("/fr/workshops/mine", fields)).hasStatus(422);
  }

  @Test
  void wrongCodesAreCountedBySender() {
    var keys = joined.join(joined.session(1), Joined.person("Ana"));
    for (int i = 0; i < 30; i++) {
      assertThat(
              post(
                  "/fr/workshops/mine", Map.of("reference", keys.reference(), "code", "2222-2222")))
          .hasStatus(422);
    }
    assertThat(
            post("/fr/workshops/mine", Map.of("reference", keys.reference(), "code", keys.code())))
        .hasStatus(429);
  }

  @Test
  void theRuleOfTheLineIsPublicAndDated() {
    assertThat(web.get().uri("/fr/workshops/line").exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Qui attend depuis le plus longtemps passe d’abord.", "26 novembre 2026");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void mediatorsAgentsAndAdministratorsSeeWhoComes(Role role) {
    var session = joined.session(2);
    joined.join(session, Joined.person("Rose"));
    boolean may = role == Role.ADMIN || role == Role.AGENT || role == Role.MEDIATOR;
    var answer =
        web.get()
            .uri("/fr/staff/learning/sessions/" + session.id() + "/people")
            .with(new Member(role).here())
            .exchange();
    assertThat(answer).hasStatus(may ? 200 : 403);
    if (may) {
      assertThat(answer).bodyText().contains("Rose");
    }
  }

  @Test
  void atTheCounterANameIsEnoughAndTheCodeIsShownOnce() {
    var session = joined.session(1);
    var form = UUID.randomUUID().toString();
    assertThat(desk(session, "", Map.of("name", "Man Titine", "channel", "COUNTER", "form", form)))
        .hasStatusOk()
        .bodyText()
        .contains("Vous avez une place", "Man Titine", "référence");
    assertThat(desk(session, "", Map.of("name", "Man Titine", "channel", "COUNTER", "form", form)))
        .hasStatusOk();
    assertThat(
            desk(
                session,
                "",
                Map.of("name", "Ti Jo", "channel", "PHONE", "form", UUID.randomUUID().toString())))
        .hasStatus(422)
        .bodyText()
        .contains("Donnez un téléphone ou un e-mail.");
    assertThat(
            sql.sql("select count(*) from learning.participation where session = :s")
                .param("s", session.id())
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void whoCameIsNotedInOneFormAndCorrected() {
    var session = joined.session(3);
    var ana = joined.join(session, Joined.person("Ana"));
    var max = joined.join(session, Joined.person("Max"));
    var came =
        Map.of(
            "place-" + ana.id(), "PRESENT", "place-" + max.id(), "NO_SHOW", "place-x", "PRESENT");
    assertThat(desk(session, "/came", came))
        .hasStatusOk()
        .bodyText()
        .contains("à partir d’une demi-heure");
    joined.nearer(session, 10);
    assertThat(desk(session, "/came", came))
        .hasStatusOk()
        .bodyText()
        .contains("2 présences notées");
    assertThat(joined.state(max)).isEqualTo("NO_SHOW");
    assertThat(desk(session, "/came", Map.of("place-" + max.id(), "LATE")))
        .bodyText()
        .contains("Une présence notée");
    assertThat(joined.state(max)).isEqualTo("LATE");
    assertThat(desk(session, "/came", Map.of("place-" + max.id(), "REVOKED")))
        .bodyText()
        .contains("Rien n’a changé");
  }

  @Test
  void aPlaceOfAnotherSessionIsNotTakenBackHere() {
    var session = joined.session(1);
    var other = joined.join(joined.session(1), Joined.person("Ana"));
    assertThat(desk(session, "/back", Map.of("place", other.id() + "", "reason", "NOT_REACHED")))
        .hasStatusOk();
    assertThat(joined.state(other)).isEqualTo("CONFIRMED");
    var mine = joined.join(session, Joined.person("Max"));
    assertThat(desk(session, "/back", Map.of("place", mine.id() + "", "reason", "NOT_REACHED")))
        .hasStatusOk()
        .bodyText()
        .contains("La place est reprise.");
    assertThat(joined.state(mine)).isEqualTo("REVOKED");
  }

  @Test
  void whoeverHasNoEmailIsListedToBeCalledAboutAnOffer() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var waits = joined.join(session, Joined.called("Man Titine", "0696000001"));
    post(
        "/fr/workshops/mine",
        Map.of(
            "reference",
            first.reference(),
            "code",
            first.code(),
            "act",
            "cancel",
            "reason",
            "TIME"));
    assertThat(joined.state(waits)).isEqualTo("OFFERED");
    var page = "/fr/staff/learning/sessions/" + session.id() + "/people";
    assertThat(web.get().uri(page).with(mediator.here()).exchange())
        .bodyText()
        .contains("À appeler", "0696000001", waits.code());
    assertThat(desk(session, "/called", Map.of("place", waits.id() + "")))
        .bodyText()
        .doesNotContain("À appeler");
  }
}

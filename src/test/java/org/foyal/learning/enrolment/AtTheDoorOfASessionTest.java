package org.foyal.learning.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whoever holds a session sees who comes, notes who came in one form, writes people down and calls
/// those whom no letter reaches.
@HouseTest
class AtTheDoorOfASessionTest {
  private final Member mediator = new Member(Role.MEDIATOR);

  @Autowired MockMvcTester web;
  @Autowired Joined joined;
  @Autowired Enrolments enrolments;
  @Autowired JdbcClient sql;

  private MvcTestResult desk(Session session, String act, Map<String, String> fields) {
    var request =
        web.post()
            .uri("/fr/staff/learning/sessions/" + session.id() + "/people" + act)
            .with(mediator.here())
            .with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private static Map<String, String> sheet(String... fields) {
    var all = new HashMap<String, String>();
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return all;
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
    var jo = "was-" + ana.id();
    var late = "was-" + max.id();
    var came =
        sheet(
            jo,
            "CONFIRMED",
            late,
            "CONFIRMED",
            "place-" + max.id(),
            "NO_SHOW",
            "there",
            "others",
            "was-x",
            "?");
    assertThat(desk(session, "/came", came))
        .hasStatusOk()
        .bodyText()
        .contains("à partir d’une demi-heure");
    joined.nearer(session, 10);
    assertThat(desk(session, "/came", came))
        .hasStatusOk()
        .bodyText()
        .contains("2 présences notées");
    assertThat(joined.state(ana)).isEqualTo("PRESENT");
    assertThat(joined.state(max)).isEqualTo("NO_SHOW");
    assertThat(desk(session, "/came", sheet(late, "NO_SHOW", "place-" + max.id(), "LATE")))
        .bodyText()
        .contains("Une présence notée");
    assertThat(joined.state(max)).isEqualTo("LATE");
    assertThat(desk(session, "/came", sheet(late, "CONFIRMED", "place-" + max.id(), "NO_SHOW")))
        .bodyText()
        .contains("À revoir", "Max");
    assertThat(joined.state(max)).isEqualTo("LATE");
  }

  @Test
  void onlyWhoIsTickedIsNotedUnlessAllOthersAreSaidToBeThere() {
    var session = joined.session(3);
    var ana = joined.join(session, Joined.person("Ana"));
    var max = joined.join(session, Joined.person("Max"));
    joined.nearer(session, 10);
    var fields =
        sheet(
            "was-" + ana.id(),
            "CONFIRMED",
            "was-" + max.id(),
            "CONFIRMED",
            "place-" + ana.id(),
            "PRESENT");
    assertThat(desk(session, "/came", fields)).bodyText().contains("Une présence notée");
    assertThat(joined.state(max)).isEqualTo("CONFIRMED");
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
    enrolments.cancel(first.reference(), first.code(), Reason.TIME);
    assertThat(joined.state(waits)).isEqualTo("OFFERED");
    var page = "/fr/staff/learning/calls";
    assertThat(web.get().uri(page).with(mediator.here()).exchange())
        .hasStatusOk()
        .bodyText()
        .contains("0696000001", waits.code(), "La personne prend la place");
    var request = web.post().uri(page).with(mediator.here()).with(csrf());
    request.param("place", waits.id() + "");
    request.param("act", "accept");
    assertThat(request.exchange())
        .hasStatusOk()
        .bodyText()
        .contains("C’est noté.")
        .doesNotContain(waits.code());
    assertThat(joined.state(waits)).isEqualTo("CONFIRMED");
  }
}

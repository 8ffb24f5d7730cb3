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
  @Autowired Promotion promotion;
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
  void atTheCounterANameIsEnoughAndTheSlipHoldsAllThatThePersonNeeds() {
    var session = joined.session(1);
    var form = UUID.randomUUID().toString();
    assertThat(desk(session, "", Map.of("name", "Man Titine", "channel", "COUNTER", "form", form)))
        .hasStatusOk()
        .bodyText()
        .contains("Man Titine a une place.", "/fr/staff/learning/seats/");
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
  void whoCameIsNotedInOneForm() {
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
    joined.nearer(session, 5);
    assertThat(desk(session, "/came", came))
        .hasStatusOk()
        .bodyText()
        .contains("Une présence notée.", "Une absence se note dix minutes après le début", "Max");
    assertThat(joined.state(ana)).isEqualTo("PRESENT");
    assertThat(joined.state(max)).isEqualTo("CONFIRMED");
  }

  @Test
  void whatIsNotedIsCorrectedByWhoeverSawItLast() {
    var session = joined.session(3);
    var max = joined.join(session, Joined.person("Max"));
    var late = "was-" + max.id();
    joined.nearer(session, -11);
    assertThat(desk(session, "/came", sheet(late, "CONFIRMED", "place-" + max.id(), "NO_SHOW")))
        .hasStatusOk()
        .bodyText()
        .contains("Une présence notée.");
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
    var number = Joined.number();
    var waits = joined.join(session, Joined.called("Man Titine", number));
    enrolments.cancel(first.reference(), first.code(), Reason.TIME);
    assertThat(joined.state(waits)).isEqualTo("OFFERED");
    var page = "/fr/staff/learning/calls";
    assertThat(web.get().uri(page).with(mediator.here()).exchange())
        .hasStatusOk()
        .bodyText()
        .contains(number, "/fr/staff/learning/seats/" + waits.id(), "La personne prend la place");
    var request = web.post().uri(page).with(mediator.here()).with(csrf());
    request.param("place", waits.id() + "");
    request.param("act", "accept");
    assertThat(request.exchange())
        .hasStatusOk()
        .bodyText()
        .contains("la place est à elle.")
        .doesNotContain(number);
    assertThat(joined.state(waits)).isEqualTo("CONFIRMED");
    assertThat(
            sql.sql(
                    "select account from learning.participation_event where participation = :id and what = 'ACCEPTED'")
                .param("id", waits.id())
                .query(UUID.class)
                .single())
        .isEqualTo(mediator.id());
  }

  @Test
  void anOfferOfWhichSomebodyMustBeCalledRunsFromTheCall() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var called = joined.join(session, Joined.called("Man Titine", Joined.number()));
    joined.join(session, Joined.person("Max"));
    enrolments.cancel(first.reference(), first.code(), Reason.TIME);
    assertThat(joined.heldFor_hours(called)).isGreaterThan(100);
    assertThat(slip(called, "told")).hasStatusOk().bodyText().contains("la personne est prévenue");
    assertThat(joined.heldFor_hours(called)).isBetween(23.0, 24.1);
  }

  @Test
  void whoeverCouldNotBeToldKeepsTheirTurnWhenTheSeatGoesOn() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var unreached = joined.join(session, Joined.called("Man Titine", Joined.number()));
    var next = joined.join(session, Joined.person("Max"));
    enrolments.cancel(first.reference(), first.code(), Reason.TIME);
    joined.offersEnd(session);
    promotion.promote(session.id());
    assertThat(joined.state(unreached)).isEqualTo("WAITING");
    assertThat(joined.state(next)).isEqualTo("OFFERED");
    var place = enrolments.follow(unreached.reference(), unreached.code()).orElseThrow();
    assertThat(place.place().offers()).isZero();
    assertThat(place.ahead()).isZero();
    enrolments.cancel(next.reference(), next.code(), Reason.TIME);
    assertThat(joined.state(unreached)).isEqualTo("OFFERED");
  }

  @Test
  void whoeverGaveNoContactIsToldAtTheCounterAndAnswersThere() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var nobody = joined.atTheCounter(session, Joined.unreachable("Man Titine"));
    assertThat(slip(nobody, ""))
        .hasStatusOk()
        .bodyText()
        .contains(
            "Ce n’est pas une réservation.",
            "Personne n’attend avant vous.",
            nobody.reference(),
            nobody.code(),
            "/fr/workshops/mine",
            "Maison des tests");
    enrolments.cancel(first.reference(), first.code(), Reason.TIME);
    assertThat(web.get().uri("/fr/staff/learning/calls").with(mediator.here()).exchange())
        .bodyText()
        .contains("À prévenir à l’accueil", "/fr/staff/learning/seats/" + nobody.id());
    assertThat(slip(nobody, "accept")).bodyText().contains("la place est à elle.");
    assertThat(joined.state(nobody)).isEqualTo("CONFIRMED");
    assertThat(slip(nobody, "decline")).bodyText().contains("elle ne change plus");
  }

  private MvcTestResult slip(Joined.Keys keys, String act) {
    var request =
        web.post().uri("/fr/staff/learning/seats/" + keys.id()).with(mediator.here()).with(csrf());
    request.param("act", act);
    return request.exchange();
  }

  @Test
  void aSlipThatIsNoneIsNotFoundAndOnlyTheStaffOpensOne() {
    var keys = joined.join(joined.session(1), Joined.person("Ana"));
    var page = "/fr/staff/learning/seats/";
    assertThat(web.get().uri(page + "999999999999").with(mediator.here())).hasStatus(404);
    assertThat(web.get().uri(page + "x").with(mediator.here())).hasStatus(404);
    assertThat(web.get().uri(page + keys.id()).with(new Member(Role.ELECTED).here()))
        .hasStatus(403);
  }

  @Test
  void theCounterAsksForLanguageYearAndNeighbourhoodAndLettersAreInThatLanguage() {
    var session = joined.session(2);
    var fields = new HashMap<String, String>();
    fields.put("name", "Rose");
    fields.put("email", "rose-" + UUID.randomUUID() + "@example.org");
    fields.put("channel", "COUNTER");
    fields.put("language", "gcf");
    fields.put("year", "1958");
    fields.put("form", UUID.randomUUID().toString());
    assertThat(desk(session, "", fields)).hasStatusOk();
    assertThat(
            sql.sql("select language || birth_year from learning.learner where email = :email")
                .param("email", fields.get("email"))
                .query(String.class)
                .single())
        .isEqualTo("gcf1958");
    var other = joined.session(1);
    sql.sql(
            """
            update learning.session set starts_at = starts_at + interval '3 hours',
              ends_at = ends_at + interval '3 hours' where id = :id
            """)
        .param("id", other.id())
        .update();
    fields.put("language", "en");
    fields.put("form", UUID.randomUUID().toString());
    assertThat(desk(other, "", fields)).hasStatusOk();
    assertThat(
            sql.sql("select body from post.letter where address = :email order by id desc limit 1")
                .param("email", fields.get("email"))
                .query(String.class)
                .single())
        .contains("You have a seat.");
  }

  @Test
  void whoIsToSayWhetherTheyComeIsSeenAtTheDeskAndAnswersThere() {
    var session = joined.session(1);
    var keys = joined.join(session, Joined.person("Ana"));
    joined.askedToConfirm(keys, 60);
    assertThat(
            web.get()
                .uri("/fr/staff/learning/sessions/" + session.id() + "/people")
                .with(mediator.here())
                .exchange())
        .bodyText()
        .contains("à confirmer");
    assertThat(slip(keys, "confirm")).bodyText().contains("elle vient.");
    assertThat(enrolments.follow(keys.reference(), keys.code()).orElseThrow().place().confirmed())
        .isTrue();
  }

  @Test
  void daysAreClosedForAReasonThatIsSaid() {
    var session = joined.session(1);
    var day = java.time.LocalDate.ofInstant(session.startsAt(), java.time.ZoneOffset.UTC);
    var fields = new HashMap<String, String>();
    fields.put("from", day.toString());
    fields.put("until", day.toString());
    fields.put("place", session.place().toString());
    assertThat(close(fields)).hasStatus(422).bodyText().contains("Donnez une raison");
    fields.put("why", "STRIKE");
    assertThat(close(fields)).hasStatusOk().bodyText().contains("Une séance annulée");
    assertThat(web.get().uri("/fr/workshops/" + session.id()).exchange())
        .bodyText()
        .contains("Grève");
  }

  private MvcTestResult close(Map<String, String> fields) {
    var request = web.post().uri("/fr/staff/learning/closing").with(mediator.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }
}

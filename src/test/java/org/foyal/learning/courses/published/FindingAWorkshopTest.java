package org.foyal.learning.courses.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.courses.Timetable;
import org.foyal.learning.enrolment.Joined;
import org.foyal.people.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A resident finds a workshop by what they want to be able to do, and reads all that they need.
@HouseTest
class FindingAWorkshopTest {
  @Autowired MockMvcTester web;
  @Autowired Taught taught;
  @Autowired Joined joined;
  @Autowired Timetable timetable;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;

  private MvcTestResult get(String address) {
    return web.get().uri(address).exchange();
  }

  private LocalDate day(int days) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
  }

  @Test
  void aNeedInPlainWordsLeadsToTheSessionsThatAnswerIt() {
    var need = taught.need("Envoyer une photo");
    var course = taught.course("Le téléphone pas à pas", need);
    var place = taught.place("Maison des photos").id();
    taught.session(Taught.plan(course, place, day(3)));
    assertThat(get("/fr/workshops"))
        .hasStatusOk()
        .bodyText()
        .contains("Que voulez-vous savoir faire", "Envoyer une photo");
    assertThat(get("/fr/workshops?need=" + need))
        .hasStatusOk()
        .bodyText()
        .contains("Le téléphone pas à pas", "Maison des photos", "10:00", "Il reste 8");
    var other = taught.need("Autre chose");
    assertThat(get("/fr/workshops?need=" + other)).bodyText().contains("Pas de date");
  }

  @Test
  void choicesLeaveOutWhatDoesNotFit() {
    var course = taught.course("Le soir");
    var place = taught.place("Lieu du soir").id();
    var plan = Taught.plan(course, place, day(4));
    taught.session(Taught.at(plan, LocalTime.of(18, 0), LocalTime.of(19, 0)));
    var at = "/fr/workshops?course=" + course;
    assertThat(get(at + "&part=evening&stepFree=yes&place=" + place)).bodyText().contains("18:00");
    assertThat(get(at + "&part=day")).bodyText().contains("Pas de date");
    assertThat(get(at + "&childcare=yes")).bodyText().contains("Pas de date");
    assertThat(get(at + "&womenOnly=yes")).bodyText().contains("Pas de date");
    assertThat(get(at + "&spoken=en")).bodyText().contains("Pas de date");
    assertThat(get(at.replace("/fr/", "/en/")))
        .as("the language of the page chooses nothing")
        .bodyText()
        .contains("18:00");
  }

  @Test
  void aCompetenceAndWhomItIsForLeadToTheSessionsToo() {
    var course = taught.course("Interagir pour tous");
    var one = taught.session(Taught.plan(course, taught.place("Lieu 2.1").id(), day(4)));
    var at = "/fr/workshops?course=" + course;
    assertThat(get(at + "&competence=2.1&audience=EVERYBODY"))
        .bodyText()
        .contains("Interagir pour tous", "<option value=\"2.1\" selected", "10:00");
    assertThat(get(at + "&competence=4.2")).bodyText().contains("Pas de date");
    assertThat(get(at + "&audience=COMPANIES")).bodyText().contains("Pas de date");
    assertThat(get("/fr/workshops/" + one.id()))
        .bodyText()
        .contains("href=\"/fr/workshops?competence=2.1#sessions\"");
  }

  @Test
  void whatIsInFrenchIsMarkedSoAndTheTelephoneIsSaidAsPeopleDialIt() {
    var place = taught.place("Maison du numéro").id();
    var course = taught.course("Téléphoner");
    var one = taught.session(Taught.plan(course, place, day(4)));
    assertThat(get("/en/workshops/" + one.id()))
        .bodyText()
        .contains(
            "<a href=\"tel:+596596000000\">0596\u00a000\u00a000\u00a000</a>",
            "<p lang=\"fr\"><a href=\"/en/places/" + place,
            ".ics?language=en\"");
    assertThat(get("/en/workshops?course=" + course))
        .bodyText()
        .contains("lang=\"fr\">Maison du numéro", "/calendars/workshops.ics?language=en");
  }

  @Test
  void aCancelledSessionIsToldEvenWhereItsPlaceIsHiddenSince() {
    var place = taught.place("Fermée").id();
    var one = taught.session(Taught.plan(taught.course("Finie"), place, day(6)));
    var why = new Cancelled(Reason.ROOM, Optional.empty());
    timetable.cancel(Actor.CONSOLE, one.id(), 1, Scope.THIS, why);
    sql.sql("update learning.place set hidden = true where id = :id").param("id", place).update();
    assertThat(get("/fr/workshops/" + one.id()))
        .hasStatusOk()
        .bodyText()
        .contains("Cette séance n’a pas lieu")
        .doesNotContain("/fr/places/" + place);
  }

  @Test
  void onePageSaysAllThatSomebodyMustKnowWhoNeverUsedAComputer() {
    var course = taught.course("Découvrir l’ordinateur");
    var place = taught.place("Maison de tous").id();
    var room = taught.room(place);
    var trainer = taught.trainer("Nadège Secret");
    var one = taught.session(Taught.in(Taught.plan(course, place, day(5)), room, trainer));
    assertThat(get("/fr/workshops/" + one.id()))
        .hasStatusOk()
        .bodyText()
        .contains(
            "Découvrir l’ordinateur",
            "90 minutes",
            "Maison de tous",
            "Salle",
            "1 rue des Tests",
            "tel:+596596000000",
            "Votre téléphone",
            "Gratuit",
            "On entre sans marche",
            "Pas de garde d’enfants",
            "2.1 Interagir",
            "/calendars/workshops/" + one.id() + ".ics?language=fr")
        .doesNotContain("Nadège");
    assertThat(get("/en/workshops/" + one.id())).hasStatusOk().bodyText().contains("lang=\"fr\"");
    assertThat(get("/gcf/workshops/" + one.id())).hasStatusOk();
  }

  @Test
  void whereOnlyKeptSeatsAreLeftItSaysForWhomAndUntilWhen() {
    var session = joined.session(4, 50);
    joined.join(session, 2);
    var until = "2 places sont gardées pour les personnes qui ont besoin d’un appui";
    assertThat(get("/fr/workshops?course=" + session.course()))
        .bodyText()
        .contains(until)
        .doesNotContain("Complet");
    assertThat(get("/fr/workshops/" + session.id()))
        .bodyText()
        .contains(until, "/join")
        .doesNotContain("Complet");
    joined.join(session, Joined.person("Ana"), true);
    joined.join(session, Joined.person("Eva"), true);
    assertThat(get("/fr/workshops?course=" + session.course()))
        .bodyText()
        .contains("Complet")
        .doesNotContain("gardées");
    joined.nearer(session, 60 * 24 * 3);
    assertThat(get("/fr/workshops/" + session.id()))
        .as("they are for everybody by now")
        .bodyText()
        .doesNotContain("gardées");
  }

  @Test
  void aCancelledSessionStaysAndSaysWhy() {
    var course = taught.course("Annulée");
    var one = taught.session(Taught.plan(course, taught.place("Ici").id(), day(6)));
    var why = new Cancelled(Reason.OTHER, Optional.of("Coupure d’eau."));
    timetable.cancel(Actor.CONSOLE, one.id(), 1, Scope.THIS, why);
    assertThat(get("/fr/workshops/" + one.id()))
        .bodyText()
        .contains("Cette séance n’a pas lieu", "Coupure d’eau.");
    assertThat(get("/fr/workshops?course=" + course)).bodyText().contains("Annulé");
  }

  @Test
  void manySessionsComePageByPage() {
    var course = taught.course("Souvent");
    var place = taught.place("Souvent").id();
    taught.series(
        Taught.plan(course, place, day(2)),
        new org.foyal.learning.courses.Plan.Repetition(
            Optional.of(org.foyal.learning.courses.Plan.Rhythm.DAY), 25, java.util.Set.of()));
    var first = get("/fr/workshops?course=" + course);
    assertThat(first).bodyText().contains("Dates suivantes", "after=");
    var body = first.getMvcResult().getResponse().getContentAsByteArray();
    var text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
    var next = text.replaceAll("(?s).*href=\"(/fr/workshops\\?[^\"]*after=[^\"#]*).*", "$1");
    assertThat(get(next.replace("&amp;", "&")))
        .bodyText()
        .contains("Souvent")
        .doesNotContain("Dates suivantes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?need=%00",
        "?need=<script>",
        "?course=%00&course=b",
        "?place=%00",
        "?place=00000000-0000-0000-0000-000000000000",
        "?area=%E2%80%AE",
        "?spoken=xx&part=night",
        "?after=%00",
        "?after=00000000-0000-0000-0000-000000000000",
        "?childcare=%00",
        "?competence=%00&audience=NOBODY",
        "?competence=9.9&competence=2.1"
      })
  void whatIsNoChoiceIsNone(String query) {
    assertThat(get("/fr/workshops" + query)).hasStatusOk().bodyText().doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "00000000-0000-0000-0000-000000000000", "%00", "é"})
  void whatIsNoSessionIsNotThere(String id) {
    assertThat(get("/fr/workshops/" + id)).hasStatus4xxClientError();
    assertThat(get("/fr/workshops/" + UUID.randomUUID())).hasStatus(404);
  }
}

package org.foyal.learning.courses.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Courses.Sought;
import org.foyal.learning.courses.Resources;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Taught;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A mediator looks before saving, plans, moves and cancels; what can't be is said in words.
@HouseTest
class PlanningAtTheDeskTest {
  private static final String SESSIONS = "/fr/staff/learning/sessions";

  private final Member melanie = new Member(Role.MEDIATOR);

  @Autowired MockMvcTester web;
  @Autowired Taught taught;
  @Autowired Courses courses;
  @Autowired Resources resources;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private String course = "";
  private UUID place = UUID.randomUUID();
  private UUID room = UUID.randomUUID();

  @BeforeEach
  void somethingIsTaught() {
    course = taught.course("Remplir un formulaire");
    place = taught.place("Lieu du bureau").id();
    room = taught.room(place);
  }

  private MvcTestResult get(String address) {
    return web.get().uri(address).with(melanie.here()).exchange();
  }

  private MvcTestResult post(String address, Map<String, String> fields) {
    var request = web.post().uri(address).with(melanie.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private String day(int days) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days).toString();
  }

  private Map<String, String> form(String day, String... more) {
    var fields =
        new HashMap<>(
            Map.of(
                "course",
                course,
                "day",
                day,
                "from",
                "10:00",
                "until",
                "11:30",
                "place",
                place.toString(),
                "room",
                room.toString(),
                "seats",
                "8",
                "language",
                "fr"));
    fields.putAll(Map.of("setUp", "15", "cleanUp", "15", "percent", "50", "releaseDays", "7"));
    fields.put("act", "save");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  private List<Session> planned() {
    return courses.search(
        new Sought(
            clock.instant(),
            Optional.empty(),
            Optional.of(course),
            Optional.empty(),
            Optional.empty(),
            Courses.Part.ANY,
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        200);
  }

  @Test
  void aSeriesIsSeenDayByDayBeforeItIsSavedAndADayIsLeftOut() {
    var fields = form(day(10), "rhythm", "WEEK", "times", "3", "act", "preview");
    assertThat(post(SESSIONS + "/new", fields))
        .hasStatusOk()
        .bodyText()
        .contains("Rien n’est encore enregistré", "Sauter ce jour");
    assertThat(planned()).isEmpty();
    fields.putAll(Map.of("act", "save", "without", day(17), "form", "" + UUID.randomUUID()));
    assertThat(post(SESSIONS + "/new", fields)).hasStatus(302);
    assertThat(post(SESSIONS + "/new", fields)).as("the same form again").hasStatus(302);
    assertThat(planned()).hasSize(2).allMatch(one -> one.reservedPercent() == 50);
  }

  @Test
  void aSeriesOverAHolidayIsWarnedOf() {
    var eve =
        LocalDate.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() + 1, 1, 1);
    assertThat(post(SESSIONS + "/new", form("" + eve, "rhythm", "WEEK", "times", "2", "act", "x")))
        .hasStatusOk()
        .bodyText()
        .containsOnlyOnce("Jour fermé ou férié");
  }

  @Test
  void aSessionIsMovedIntoAConflictInVainAndTheWordsSayByWhat() {
    post(SESSIONS + "/new", form(day(20)));
    post(SESSIONS + "/new", form(day(21)));
    var first = planned().getFirst();
    var at = SESSIONS + "/" + first.id();
    assertThat(post(at, form(day(21), "version", "1")))
        .hasStatus(422)
        .bodyText()
        .contains("Rien n’est enregistré", "est prise de 09:45 à 11:45", "Remplir un formulaire");
    assertThat(courses.get(first.id())).isEqualTo(first);
    assertThat(post(SESSIONS + "/new", form(day(21))))
        .hasStatus(422)
        .bodyText()
        .contains("est prise de 09:45 à 11:45");
    assertThat(post(at, form(day(22), "version", "1"))).hasStatus(302);
    assertThat(courses.get(first.id()).sequence()).isEqualTo(1);
  }

  @Test
  void aStaleFormIsToldAndCanBeSentAgain() {
    post(SESSIONS + "/new", form(day(30)));
    var at = SESSIONS + "/" + planned().getFirst().id();
    assertThat(post(at, form(day(30), "version", "1", "seats", "9"))).hasStatus(302);
    assertThat(post(at, form(day(30), "version", "1", "seats", "7")))
        .hasStatus(409)
        .bodyText()
        .contains("Quelqu’un d’autre a changé ceci", "name=\"version\" value=\"2\"");
    assertThat(post(at + "/cancel", Map.of("reason", "ROOM", "version", "1"))).hasStatus(409);
    assertThat(post(at, form(day(30), "seats", "7"))).as("no version at all").hasStatus(409);
  }

  @Test
  void aSessionIsCancelledWithAReasonThatEverybodyReads() {
    post(SESSIONS + "/new", form(day(40)));
    var one = planned().getFirst();
    var at = SESSIONS + "/" + one.id() + "/cancel";
    assertThat(post(at, Map.of("version", "1")))
        .hasStatus(422)
        .bodyText()
        .contains("Choisissez une raison");
    assertThat(post(at, Map.of("version", "1", "reason", "OTHER")))
        .hasStatus(422)
        .bodyText()
        .contains("Dites la raison");
    assertThat(post(at, Map.of("version", "1", "reason", "CYCLONE"))).hasStatus(302);
    assertThat(get(SESSIONS + "/" + one.id())).bodyText().contains("Alerte cyclone");
    assertThat(post(at, Map.of("version", "2", "reason", "ROOM")))
        .hasStatus(422)
        .bodyText()
        .contains("annulée");
    assertThat(
            sql.sql(
                    "select count(*) from people.act where what = 'learning.courses.act.cancelled' and about like :a")
                .param("a", "%" + one.id() + "%")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "seats, 0, De 1 à 500",
    "seats, 501, De 1 à 500",
    "seats, 99999999999, De 1 à 500",
    "seats, 13, moins de places",
    "until, 09:00, La fin doit venir après",
    "until, 25:00, Donnez une heure",
    "from, midi, Donnez une heure",
    "day, 2020-01-01, déjà passé",
    "day, 2999-01-01, deux ans",
    "day, 2027-02-30, Donnez un jour",
    "place, 00000000-0000-0000-0000-000000000000, Choisissez un lieu",
    "room, x, Choisissez dans la liste",
    "with, 00000000-0000-0000-0000-000000000000, Choisissez dans la liste",
    "course, ../x, Choisissez un cours",
    "percent, 101, De 0 à 100",
    "setUp, -1, De 0 à 120"
  })
  void whatCantBeIsSaidAtItsFieldAndNothingIsSaved(String field, String typed, String said) {
    assertThat(post(SESSIONS + "/new", form(day(50), field, typed)))
        .hasStatus(422)
        .bodyText()
        .contains(said);
    assertThat(planned()).isEmpty();
  }

  @Test
  void aHundredAndOneSessionsAreTooMany() {
    assertThat(post(SESSIONS + "/new", form(day(50), "rhythm", "DAY", "times", "101")))
        .hasStatus(422)
        .bodyText()
        .contains("de 1 à 100");
    assertThat(planned()).isEmpty();
    assertThat(post(SESSIONS + "/new", form(day(50), "rhythm", "DAY", "times", "100")))
        .hasStatus(302);
    assertThat(planned()).hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>gras</b>", "a\u0000b", "\u202Etxt", "=1+1"})
  void hostileTitlesAreShownAsText(String title) {
    var code = "c" + UUID.randomUUID().toString().substring(0, 8);
    var fields =
        Map.of(
            "code",
            code,
            "titleFr",
            title,
            "descriptionFr",
            title,
            "minutes",
            "60",
            "active",
            "yes");
    assertThat(post("/fr/staff/learning/courses/add", fields)).hasStatus(302);
    assertThat(get("/fr/workshops?course=" + code))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("<b>gras", "\u0000", "\u202E");
    assertThat(get("/fr/staff/learning/courses/" + code)).hasStatusOk();
  }

  @Test
  void aNeedIsEnteredLookedAtAndChanged() {
    var code = "n" + UUID.randomUUID().toString().substring(0, 8);
    var at = "/fr/staff/learning/needs";
    var fields = Map.of("code", code, "titleFr", "Imprimer", "titleEn", "Print", "place", "3");
    var look = new HashMap<>(fields);
    look.put("act", "preview");
    assertThat(post(at, look)).hasStatusOk().bodyText().contains("Print");
    assertThat(courses.findNeed(code)).isEmpty();
    assertThat(post(at, fields)).hasStatus(302);
    assertThat(post(at, fields)).hasStatus(422).bodyText().contains("déjà pris");
    var change =
        Map.of("titleFr", "Imprimer une lettre", "place", "3", "active", "yes", "version", "1");
    assertThat(post(at + "/" + code, change)).hasStatus(302);
    assertThat(post(at + "/" + code, change))
        .hasStatus(409)
        .bodyText()
        .contains("Imprimer une lettre");
    assertThat(post(at + "/" + code, Map.of("titleFr", " ", "place", "3", "version", "2")))
        .hasStatus(422)
        .bodyText()
        .contains("Il faut le français");
  }

  @Test
  void aCourseIsChangedAndAStaleFormIsTold() {
    var at = "/fr/staff/learning/courses/" + course;
    var need = taught.need("Comprendre");
    var fields =
        Map.of(
            "titleFr",
            "Autre titre",
            "descriptionFr",
            "Une phrase.",
            "minutes",
            "45",
            "needs",
            need,
            "competences",
            "4.2",
            "audiences",
            "COMPANIES",
            "active",
            "yes",
            "version",
            "1");
    assertThat(post(at, fields)).hasStatus(302);
    assertThat(courses.findCourse(course).orElseThrow().needs()).containsExactly(need);
    assertThat(post(at, fields)).hasStatus(409);
    var bad = new HashMap<>(fields);
    bad.put("minutes", "5");
    assertThat(post(at, bad)).hasStatus(422).bodyText().contains("De 15 à 480");
  }

  @Test
  void aRoomATrainerAndEquipmentAreEntered() {
    var at = "/fr/staff/learning/resources";
    var name = "Salle " + UUID.randomUUID();
    var room = Map.of("kind", "ROOM", "name", name, "place", "" + place, "seats", "20");
    assertThat(post(at, room)).hasStatus(302);
    assertThat(post(at, Map.of("kind", "ROOM", "name", "x", "place", "", "seats", "0")))
        .hasStatus(422)
        .bodyText()
        .contains("Choisissez un lieu", "De 1 à 500");
    assertThat(post(at, Map.of("kind", "TRAINER", "name", "T", "account", "nobody@example.org")))
        .hasStatus(422)
        .bodyText()
        .contains("Aucun compte");
    var made =
        resources.list().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    var change = Map.of("name", name, "place", "" + place, "seats", "9", "version", "1");
    assertThat(post(at + "/" + made.id(), change)).hasStatus(302);
    assertThat(resources.find(made.id()).orElseThrow().active()).isFalse();
    assertThat(post(at + "/" + made.id(), change)).hasStatus(409);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void mediatorsAndAdministratorsPlan(Role role) {
    boolean may = role == Role.MEDIATOR || role == Role.ADMIN;
    for (var page :
        List.of("sessions", "sessions/new", "courses", "courses/add", "needs", "resources")) {
      assertThat(web.get().uri("/fr/staff/learning/" + page).with(new Member(role).here()))
          .hasStatus(may ? 200 : 403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sessions/00000000-0000-0000-0000-000000000000",
        "courses/no-such",
        "needs/no-such",
        "resources/00000000-0000-0000-0000-000000000000"
      })
  void whatIsNotThereIsNotFound(String page) {
    assertThat(get("/fr/staff/learning/" + page)).hasStatus(404);
    assertThat(post("/fr/staff/learning/" + page, Map.of())).hasStatus(404);
  }
}

package org.foyal.learning.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A mediator notes what they did on a telephone, finds it again, corrects it, takes it along.
@HouseTest
class ActivityPagesTest {
  private static final String AT = "/staff/learning/activities";

  private final Member ana = new Member(Role.MEDIATOR);

  @Autowired MockMvcTester web;
  @Autowired Activities activities;
  @Autowired org.springframework.jdbc.core.simple.JdbcClient sql;

  private MvcTestResult send(String path, Map<String, List<String>> fields) {
    var request = web.post().uri("/fr" + AT + path).with(ana.here()).with(csrf());
    fields.forEach((field, values) -> request.param(field, values.toArray(String[]::new)));
    return request.exchange();
  }

  private MvcTestResult get(Member who, String path) {
    return web.get().uri("/fr" + AT + path).with(who.here()).exchange();
  }

  /// What the usual record sends: a duration, a theme, the place of last time.
  private Map<String, List<String>> usual(String form) {
    return Map.of(
        "form", List.of(form),
        "kind", List.of("individuel"),
        "day", List.of(activities.today().toString()),
        "minutes", List.of("45"),
        "themes", List.of("email", "sante"),
        "placeKind", List.of("lieu_activite"),
        "place", List.of(Worked.PLACE.toString()));
  }

  private Activity mine() {
    return activities.listOf(ana.id(), 0, 1).getFirst();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void eachRoleOpensItsOwnDoors(Role role) {
    boolean records = role == Role.MEDIATOR || role == Role.ADMIN;
    boolean reads = records || role == Role.AGENT || role == Role.ANALYST;
    var who = new Member(role);
    assertThat(get(who, "")).hasStatus(records ? 200 : 403);
    assertThat(get(who, "/new")).hasStatus(records ? 200 : 403);
    assertThat(get(who, "/mine.csv")).hasStatus(records ? 200 : 403);
    assertThat(get(who, "/figures")).hasStatus(reads ? 200 : 403);
  }

  @Test
  void aUsualRecordIsADurationAThemeAndOneButton() {
    assertThat(send("/new", usual(UUID.randomUUID().toString()))).hasStatus(302);
    assertThat(mine().what().minutes()).isEqualTo(45);
    assertThat(get(ana, "?done=recorded"))
        .bodyText()
        .contains("C’est enregistré", "Médiathèque de l’essai", "45 min");
  }

  private Map<String, List<String>> lasting(String minutes, String hours, String rest) {
    var fields = new java.util.HashMap<>(usual(UUID.randomUUID().toString()));
    fields.put("minutes", List.of(minutes));
    fields.put("hours", List.of(hours));
    fields.put("rest", List.of(rest));
    return fields;
  }

  @Test
  void whatIsChosenDecidesHowLongItWas() {
    send("/new", lasting("own", "1", "40"));
    assertThat(mine().what().minutes()).isEqualTo(100);
    var corrected = lasting("60", "1", "40");
    corrected.put("before", List.of("own 1 40"));
    corrected.put("version", List.of("1"));
    assertThat(send("/" + mine().id() + "/correct", corrected)).hasStatus(302);
    assertThat(mine().what().minutes()).isEqualTo(60);
  }

  @Test
  void anotherDurationTypedBesideAChoiceIsAskedAbout() {
    var both = lasting("30", "1", "40");
    both.put("before", List.of("30  "));
    assertThat(send("/new", both)).hasStatus(422).bodyText().contains("Deux durées sont données");
    assertThat(activities.listOf(ana.id(), 0, 1)).isEmpty();
  }

  @Test
  void theNextFormTakesThePlaceOfTheLastRecord() {
    send("/new", usual(UUID.randomUUID().toString()));
    assertThat(get(ana, "/new"))
        .bodyText()
        .containsPattern("value=\"lieu_activite\" checked")
        .containsPattern("value=\"" + Worked.PLACE + "\" selected");
  }

  @Test
  void whatIsMissingIsToldAndWhatWasTypedStays() {
    assertThat(
            send(
                "/new",
                Map.of(
                    "kind", List.of("collectif"),
                    "day", List.of("2026-02-30"),
                    "total", List.of("douze"),
                    "title", List.of("Premiers <b>courriels</b>"))))
        .hasStatus(422)
        .bodyText()
        .contains(
            "Rien n’est encore enregistré",
            "Choisissez un jour passé",
            "Premiers &lt;b>courriels&lt;/b>");
    assertThat(activities.listOf(ana.id(), 0, 1)).isEmpty();
  }

  @Test
  void aGroupIsCountedByTraitsAndTheRestIsNotTold() {
    var fields = new java.util.HashMap<>(usual(UUID.randomUUID().toString()));
    fields.put("kind", List.of("collectif"));
    fields.put("total", List.of("12"));
    fields.put("gender.feminin", List.of("7"));
    fields.put("age.soixante_dix_plus", List.of("5"));
    fields.put("minutes", List.of("own"));
    fields.put("hours", List.of("3"));
    fields.put("rest", List.of("20"));
    assertThat(send("/new", fields)).hasStatus(302);
    assertThat(mine().what().minutes()).isEqualTo(200);
    assertThat(get(ana, "/mine.csv"))
        .bodyText()
        .contains("collectif,200,lieu_activite", ",12,0,7,0,5,", "email|sante");
  }

  @Test
  void aSumAboveTheTotalIsToldBesideItsCounts() {
    var fields = new java.util.HashMap<>(usual(UUID.randomUUID().toString()));
    fields.put("kind", List.of("collectif"));
    fields.put("total", List.of("3"));
    fields.put("status.retraite", List.of("4"));
    assertThat(send("/new", fields)).hasStatus(422).bodyText().contains("La somme dépasse");
  }

  @Test
  void ofTwoCorrectionsAtOnceTheSecondKeepsItsWordsAndIsTold() {
    send("/new", usual(UUID.randomUUID().toString()));
    var at = "/" + mine().id() + "/correct";
    var fields = new java.util.HashMap<>(usual(UUID.randomUUID().toString()));
    fields.put("version", List.of("1"));
    fields.put("notes", List.of("Ma phrase"));
    assertThat(send(at, fields)).hasStatus(302);
    assertThat(send(at, fields)).hasStatus(409).bodyText().contains("entre-temps", "Ma phrase");
  }

  @Test
  void aRecordTakenBackSaysSoAndIsCorrectedNoMore() {
    send("/new", usual(UUID.randomUUID().toString()));
    var id = mine().id();
    assertThat(send("/" + id + "/withdraw", Map.of("version", List.of("1")))).hasStatus(302);
    assertThat(get(ana, "/" + id)).bodyText().contains("retiré");
    assertThat(get(ana, "/" + id + "/correct")).hasStatus(404);
  }

  @Test
  void anothersRecordIsNotThere() {
    send("/new", usual(UUID.randomUUID().toString()));
    var id = mine().id();
    var other = new Member(Role.MEDIATOR);
    assertThat(get(other, "/" + id)).hasStatus(404);
    assertThat(get(other, "/" + id + "/correct")).hasStatus(404);
    assertThat(get(other, "")).bodyText().doesNotContain(id.toString());
  }

  @Test
  void theFileHasTheCoopsColumnsAndNoFormulaAndNoNotes() {
    var fields = new java.util.HashMap<>(usual(UUID.randomUUID().toString()));
    fields.put("tags", List.of("=cmd|' /C calc'!A1"));
    fields.put("notes", List.of("Une note à moi"));
    send("/new", fields);
    assertThat(get(ana, "/mine.csv"))
        .hasContentType("text/csv;charset=UTF-8")
        .bodyText()
        .startsWith("id,date,type,duree,type_lieu,structure,lieu_commune,thematiques,")
        .contains("genre_non_communique", "tranche_age_soixante_dix_plus", "'=cmd")
        .doesNotContain("Une note");
  }

  @Test
  void aRecordLikeAnotherCopiesNothingOfThePerson() {
    var fields = new java.util.HashMap<>(usual(UUID.randomUUID().toString()));
    fields.put("birthYear", List.of("1954"));
    fields.put("gender", List.of("feminin"));
    fields.put("status", List.of("retraite"));
    fields.put("already", List.of("yes"));
    fields.put("autonomy", List.of("autonome"));
    fields.put("redirection", List.of("aide_sociale"));
    fields.put("notes", List.of("Une note à moi"));
    send("/new", fields);
    assertThat(get(ana, "/new?like=" + mine().id()))
        .bodyText()
        .containsPattern("value=\"email\" checked")
        .containsPattern("value=\"45\" checked")
        .doesNotContain("value=\"1954\"", "Une note")
        .doesNotContainPattern(
            "value=\"(feminin|retraite|yes|autonome|aide_sociale)\" (required )?checked");
  }

  @Test
  void aGroupLikeAnotherCopiesNoCounts() {
    var fields = new java.util.HashMap<>(usual(UUID.randomUUID().toString()));
    fields.put("kind", List.of("collectif"));
    fields.put("total", List.of("4321"));
    fields.put("already", List.of("4321"));
    fields.put("gender.feminin", List.of("4321"));
    fields.put("age.soixante_dix_plus", List.of("4321"));
    fields.put("status.retraite", List.of("4321"));
    send("/new", fields);
    assertThat(get(ana, "/new?like=" + mine().id()))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("value=\"4321\"");
  }

  @Test
  void onlyQuartersThatAreOverAreOfferedAndThePageSaysWhy() {
    assertThat(get(ana, "/figures"))
        .bodyText()
        .contains("retrouver un petit nombre caché", "Période")
        .doesNotContain("type=\"month\"");
    assertThat(get(ana, "/figures?quarter=2099-T1")).bodyText().contains("n’est pas proposé");
  }

  @Test
  void noTwoQuartersShareADayAndNoneIsRunning() {
    var today = java.time.LocalDate.of(2026, 11, 26);
    var quarters = ActivityFiguresPage.quarters(today);
    assertThat(quarters.entrySet())
        .startsWith(quarter("2026-T3", 2026, 7), quarter("2026-T2", 2026, 4));
    var after = today;
    for (var period : quarters.values()) {
      assertThat(period.to()).isBefore(after);
      after = period.from();
    }
  }

  private static Map.Entry<String, org.foyal.kernel.Period> quarter(String code, int y, int m) {
    var from = java.time.LocalDate.of(y, m, 1);
    return Map.entry(code, new org.foyal.kernel.Period(from, from.plusMonths(3).minusDays(1)));
  }

  @Test
  void aRecordAtAPlaceThatIsHiddenNowCanBeCorrected() {
    var closed = UUID.randomUUID();
    send("/new", usual(UUID.randomUUID().toString()));
    sql.sql(
            "insert into learning.activity_version select (jsonb_populate_record(v, "
                + "jsonb_build_object('version', 2, 'place', :place::text))).* "
                + "from learning.activity_version v where activity = :id")
        .param("place", closed.toString())
        .param("id", mine().id())
        .update();
    sql.sql("update learning.activity set version = 2 where id = :id")
        .param("id", mine().id())
        .update();
    assertThat(get(ana, "/" + mine().id() + "/correct"))
        .bodyText()
        .containsPattern("value=\"" + closed + "\" selected")
        .contains("n’est plus proposé");
    var fields = new java.util.HashMap<>(usual(UUID.randomUUID().toString()));
    fields.put("place", List.of(closed.toString()));
    fields.put("version", List.of("2"));
    assertThat(send("/" + mine().id() + "/correct", fields)).hasStatus(302);
    fields.put("place", List.of(UUID.randomUUID().toString()));
    fields.put("version", List.of("3"));
    assertThat(send("/" + mine().id() + "/correct", fields)).hasStatus(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/new?kind=%00",
        "/new?like=zz",
        "?page=-1",
        "?page=99999",
        "?done=%3Cscript%3E",
        "/figures?quarter=2026-T5",
        "/figures?quarter=2099-T1",
        "/figures?quarter=%00"
      })
  void hostileAddressesAreAnswered(String query) {
    assertThat(get(ana, query)).hasStatusOk();
  }

  @Test
  void hostileFormsAreAnswered() {
    var nasty = "\u0000\u202E'\"<>" + "x".repeat(5000);
    var fields = new java.util.HashMap<>(usual(nasty));
    for (var field :
        List.of("day", "minutes", "themes", "admin", "place", "placeKind", "commune", "tags")) {
      fields.put(field, List.of(nasty));
    }
    for (var field : List.of("notes", "birthYear", "area", "gender", "hours", "rest")) {
      fields.put(field, List.of(nasty));
    }
    assertThat(send("/new", fields)).hasStatus(422);
    fields.put("kind", List.of("collectif"));
    for (var field : List.of("total", "already", "gender.feminin", "area.0", "from.0", "title")) {
      fields.put(field, List.of(nasty));
    }
    assertThat(send("/new", fields)).hasStatus(422);
    assertThat(get(ana, "/" + UUID.randomUUID())).hasStatus(404);
    assertThat(get(ana, "/------------------------------------")).hasStatus(404);
  }
}

package org.foyal.shell.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.foyal.HouseTest;
import org.foyal.kernel.Position;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Filed;
import org.foyal.requests.Requests;
import org.foyal.requests.desk.Member;
import org.foyal.shell.crisis.CrisisSwitch.Declared;
import org.foyal.shell.crisis.CrisisSwitch.Thrown;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// One switch: every page says it, what can wait waits, and ending it brings everything back.
@HouseTest
class SwitchedToACrisisTest {
  private final Member ada = new Member(Role.ADMIN);

  @Autowired MockMvcTester web;
  @Autowired CrisisSwitch crisis;
  @Autowired Categories categories;
  @Autowired Requests requests;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;

  @AfterEach
  void itIsOver() {
    crisis.now().ifPresent(now -> crisis.end(ada, now.id(), now.version()));
    categories.markForCrisis(Actor.CONSOLE, categories.listForCrisis(), Set.of());
  }

  private Declared cyclone() {
    var message = Told.of("Cyclone, restez chez vous.", "Cyclone: stay at home.", "").orElseThrow();
    return new Declared(
        "vigilance rouge", message, "SAMU : 15", clock.instant().plus(Duration.ofHours(3)));
  }

  private MvcTestResult get(String address) {
    return web.get().uri(address).exchange();
  }

  private MvcTestResult post(Map<String, String> more) {
    var fields = new HashMap<String, String>();
    fields.put("reason", "vigilance rouge");
    fields.put("messageFr", "Cyclone, restez chez vous.");
    fields.put("numbers", "SAMU : 15\nMairie : 0596 00 00 00");
    fields.put(
        "review",
        LocalDateTime.now(clock.withZone(java.time.ZoneOffset.UTC))
            .plusDays(2)
            .withNano(0)
            .toString());
    fields.putAll(more);
    var request = web.post().uri("/fr/staff/crisis").with(ada.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  @Test
  void everyPageSaysItAndSinceWhenAndEndingItBringsEverythingBack() throws Exception {
    var before = get("/fr/").getResponse().getContentAsString();
    assertThat(post(Map.of())).hasStatus(302);
    for (var page : new String[] {"/fr/", "/en/reports", "/fr/follow", "/gcf/report"}) {
      assertThat(get(page)).bodyText().contains("Cyclone, restez chez vous.");
    }
    assertThat(get("/fr/reports")).bodyText().contains("Depuis le", "Numéros utiles");
    var now = crisis.now().orElseThrow();
    assertThat(post(Map.of("act", "end", "id", "" + now.id(), "version", "" + now.version())))
        .hasStatus(302);
    assertThat(get("/fr/").getResponse().getContentAsString()).isEqualTo(before);
    assertThat(acts()).contains("shell.act.crisis-began", "shell.act.crisis-ended");
  }

  private java.util.List<String> acts() {
    return sql.sql("select what from people.act where who = :who")
        .param("who", ada.id())
        .query(String.class)
        .list();
  }

  @Test
  void theFrontPageAndReportingComeInFewBytes() throws Exception {
    crisis.start(ada, cyclone());
    for (var page : new String[] {"/fr/", "/fr/report"}) {
      var body = get(page).getResponse().getContentAsString();
      assertThat(body)
          .contains("light", "href=\"tel:15\"")
          .doesNotContain("woff2", "foyal-", "foyal.css");
    }
    assertThat(get("/fr/").getResponse().getContentAsByteArray()).hasSizeLessThan(6_000);
    assertThat(get("/en/")).bodyText().contains("Cyclone: stay at home.");
    assertThat(get("/gcf/")).bodyText().contains("lang=\"fr\">Cyclone");
  }

  @Test
  void aReadersCopyFromBeforeIsNoLongerGood() {
    var tag = get("/fr/").getResponse().getHeader("ETag");
    assertThat(web.get().uri("/fr/").header("If-None-Match", "" + tag)).hasStatus(304);
    crisis.start(ada, cyclone());
    assertThat(web.get().uri("/fr/").header("If-None-Match", "" + tag)).hasStatusOk();
  }

  @Test
  void onlyMarkedCategoriesAreOfferedAndALinkFromBeforeStillFiles() {
    var flood = Filed.in(requests, categories);
    var bench = Filed.in(requests, categories);
    crisis.start(ada, cyclone());
    assertThat(get("/fr/report")).bodyText().contains(flood.category(), bench.category());
    categories.markForCrisis(Actor.CONSOLE, Set.of(), Set.of(flood.category()));
    assertThat(get("/fr/report"))
        .bodyText()
        .contains(flood.category(), "seulement ce qui presse")
        .doesNotContain(bench.category());
    assertThat(bench.report("Un banc cassé.").code()).isNotEmpty();
    assertThat(requests.categories("", Language.FR)).hasSize(1);
  }

  @Test
  void ofTwoWhoMarkAtOnceTheSecondIsTold() {
    var one = Filed.in(requests, categories).category();
    assertThat(mark("", one)).hasStatus(302);
    assertThat(mark("", "")).hasStatus(409).bodyText().contains("Quelqu’un a coché");
    assertThat(mark(one, "none\u0000")).hasStatus(302);
    assertThat(new TreeSet<>(categories.listForCrisis())).isEmpty();
  }

  private MvcTestResult mark(String before, String code) {
    return web.post()
        .uri("/fr/staff/crisis/categories")
        .with(ada.here())
        .with(csrf())
        .param("before", before)
        .param("mark", code)
        .exchange();
  }

  @Test
  void aLikeReportIsOfferedFromMuchFurtherAway() {
    var filed = Filed.in(requests, categories);
    var here = new Position(14.6, -61.07);
    var far = filed.report("De l’eau partout.", Optional.of(new Position(14.603, -61.07)));
    var near = filed.report("De l’eau ici.", Optional.of(here));
    var desk = "/fr/staff/requests/" + near.reference();
    assertThat(requests.near(filed.category(), here)).hasSize(1);
    assertThat(web.get().uri(desk).with(ada.here()))
        .bodyText()
        .doesNotContain("Peut-être la même chose");
    crisis.start(ada, cyclone());
    assertThat(requests.near(filed.category(), here)).hasSize(2);
    assertThat(web.get().uri(desk).with(ada.here()))
        .bodyText()
        .contains("Peut-être la même chose", "" + far.reference());
  }

  @Test
  void ofTwoAdministratorsAtOnceOneWinsAndTheOtherIsTold() {
    assertThat(crisis.start(ada, cyclone())).isEqualTo(Thrown.DONE);
    assertThat(crisis.start(ada, cyclone())).isEqualTo(Thrown.OVERTAKEN);
    var now = crisis.now().orElseThrow();
    assertThat(crisis.change(ada, now.id(), now.version(), cyclone())).isEqualTo(Thrown.DONE);
    var late = Map.of("id", "" + now.id(), "version", "" + now.version());
    assertThat(post(late)).hasStatus(409).bodyText().contains("Quelqu’un a changé cela");
    var end = new HashMap<>(late);
    end.put("act", "end");
    assertThat(post(end)).hasStatus(409);
    assertThat(crisis.on()).isTrue();
  }

  @Test
  void lookingFirstDeclaresNothing() {
    assertThat(post(Map.of("act", "preview", "messageGcf", "Siklòn : rété lakay zòt.")))
        .hasStatusOk()
        .bodyText()
        .contains("Ce que tout le monde lira", "Siklòn : rété lakay zòt.", "tel:0596000000");
    assertThat(crisis.on()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "reason, ''",
    "messageFr, ''",
    "numbers, appelez-nous",
    "numbers, 'javascript:alert(1)'",
    "review, ''",
    "review, tomorrow",
    "review, 2018-01-01T00:00",
    "review, +999999999-01-01T00:00"
  })
  void whatCannotStandIsTold(String field, String typed) {
    assertThat(post(Map.of(field, typed))).hasStatus(422).bodyText().contains("à corriger");
    assertThat(crisis.on()).isFalse();
  }

  @Test
  void itNeverEndsByItselfButIsToLookAtAgain() {
    crisis.start(ada, cyclone());
    sql.sql(
            "update shell.crisis set since = since - interval '1 day', review_at = since - interval '1 hour' where ended_at is null")
        .update();
    crisis.followOtherProcesses();
    assertThat(crisis.now().orElseThrow().toReview()).isTrue();
    assertThat(web.get().uri("/fr/staff/crisis").with(ada.here()))
        .bodyText()
        .contains("À revoir depuis");
    assertThat(get("/fr/reports")).bodyText().doesNotContain("À revoir depuis");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void administratorsThrowIt(Role role) {
    int status = role == Role.ADMIN ? 200 : 403;
    var who = new Member(role).here();
    assertThat(web.get().uri("/fr/staff/crisis").with(who)).hasStatus(status);
    assertThat(web.get().uri("/fr/staff/crisis/categories").with(who)).hasStatus(status);
  }
}

package org.foyal.learning.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalVersion;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning.Done;
import org.foyal.learning.courses.Resource;
import org.foyal.learning.courses.Resources;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.courses.Timetable;
import org.foyal.learning.enrolment.Joined;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Each calendar tells those who follow it what concerns them, in their language, also what is no
/// longer theirs.
@HouseTest
class TellingWhomItConcernsTest {
  @Autowired MockMvcTester web;
  @Autowired Taught taught;
  @Autowired Joined joined;
  @Autowired Timetable timetable;
  @Autowired Courses courses;
  @Autowired Resources resources;
  @Autowired Accounts accounts;
  @Autowired CalendarKeys keys;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private Plan plan(String title, UUID place) {
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(25);
    return Taught.in(Taught.plan(taught.course(title), place, day), taught.room(place));
  }

  private String text(String address) {
    var answer = web.get().uri(address).exchange();
    assertThat(answer).hasStatusOk();
    var octets = answer.getMvcResult().getResponse().getContentAsByteArray();
    return new String(octets, StandardCharsets.UTF_8);
  }

  /// What the other library makes of it; it must have nothing to complain about.
  private List<VEvent> events(String address) {
    try (var reader = new ICalReader(text(address))) {
      var calendar = reader.readNext();
      assertThat(reader.getWarnings()).isEmpty();
      assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
      return calendar.getEvents();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String feed(UUID trainer) {
    return "/calendars/trainers/" + keys.add(Actor.CONSOLE, trainer, "test").orElseThrow() + ".ics";
  }

  private static String all(UUID place) {
    return "/calendars/workshops.ics?place=" + place;
  }

  private void change(Session session, Plan plan) {
    var now = courses.get(session.id());
    assertThat(timetable.change(Actor.CONSOLE, now.id(), now.version(), plan, Scope.THIS))
        .isInstanceOf(Done.class);
  }

  private void cancel(Session session) {
    var now = courses.get(session.id());
    var why = new Cancelled(Reason.ROOM, Optional.empty());
    timetable.cancel(Actor.CONSOLE, now.id(), now.version(), Scope.THIS, why);
  }

  @Test
  void whatEverybodyMayFollowTakesNobodysTimeAndATrainersCalendarIsPrivate() {
    var place = taught.place("Maison du temps").id();
    var trainer = taught.trainer("Tom");
    var plan = plan("Temps libre", place);
    var one = taught.session(Taught.with(plan, trainer));
    var open = events(all(place)).getFirst();
    assertThat(open.getTransparency().isTransparent()).isTrue();
    assertThat(open.getLocation().getValue()).startsWith("Maison du temps, Salle, 1 rue");
    assertThat(open.getDescription().getValue()).contains("0596\u00a000\u00a000\u00a000");
    var own = events(feed(trainer)).getFirst();
    assertThat(own.getTransparency().isOpaque()).isTrue();
    assertThat(own.getClassification().isPrivate()).isTrue();
    var alone = events("/calendars/workshops/" + one.id() + ".ics").getFirst();
    assertThat(alone.getTransparency().isOpaque()).as("who takes it alone means to come").isTrue();
  }

  @ParameterizedTest
  @CsvSource({"fr, Ateliers", "en, Workshops", "gcf, Latilyé"})
  void eachDoorSpeaksTheLanguageOfWhoeverAsks(String language, String said) {
    var place = taught.place("Langues").id();
    var trainer = taught.trainer("Léa");
    var one = taught.session(Taught.with(plan("Parler", place), trainer));
    for (var door :
        List.of(
            all(place) + "&", "/calendars/workshops/" + one.id() + ".ics?", feed(trainer) + "?")) {
      assertThat(text(door + "language=" + language)).contains("X-WR-CALNAME:" + said);
      assertThat(web.get().uri(door + "language=de")).hasStatus(400);
      assertThat(web.get().uri(door + "language=fr&quarter=x"))
          .hasStatus(400)
          .hasContentTypeCompatibleWith("application/problem+json");
    }
  }

  @Test
  void aTrainerWhoIsReplacedSeesTheSessionCancelledForAWhile() {
    var place = taught.place("Remplacée").id();
    var trainer = taught.trainer("Tess");
    var other = taught.trainer("Otis");
    var one = taught.session(Taught.with(plan("Passer la main", place), trainer));
    var feed = feed(trainer);
    int before = events(feed).getFirst().getSequence().getValue();
    change(one, Taught.with(timetable.planOf(one), other));
    var gone = events(feed).getFirst();
    assertThat(gone.getStatus().isCancelled()).isTrue();
    assertThat(gone.getSequence().getValue()).isGreaterThan(before);
    assertThat(events(feed(other)).getFirst().getStatus().isConfirmed()).isTrue();
    sql.sql(
            "update learning.occupation set left_at = now() - interval '101 days' where resource = :t")
        .param("t", trainer)
        .update();
    assertThat(text(feed)).doesNotContain("BEGIN:VEVENT");
  }

  @Test
  void whoFollowsAPlaceSeesThatASessionHasLeftItAndThatItIsBack() {
    var here = taught.place("Ici d’abord").id();
    var there = taught.place("Là ensuite").id();
    var one = taught.session(Taught.plan(taught.course("Déménager"), here, plan("x", here).day()));
    change(one, Taught.plan(one.course(), there, plan("x", here).day()));
    assertThat(events(all(here)).getFirst().getStatus().isCancelled()).isTrue();
    assertThat(events(all(there)).getFirst().getStatus().isConfirmed()).isTrue();
    change(one, Taught.plan(one.course(), here, plan("x", here).day()));
    assertThat(events(all(here)))
        .singleElement()
        .satisfies(back -> assertThat(back.getStatus().isConfirmed()).isTrue());
    assertThat(events(all(there)).getFirst().getStatus().isCancelled()).isTrue();
  }

  @Test
  void whatWasCancelledIsToldWhenItsPlaceIsHiddenAndTheTrainerSeesAll() {
    var place = taught.place("Maison cachée").id();
    var trainer = taught.trainer("Ugo");
    var gone = taught.session(Taught.with(plan("Annulée ici", place), trainer));
    var feed = feed(trainer);
    cancel(gone);
    var stays = taught.session(Taught.plan(taught.course("Reste"), place, plan("x", place).day()));
    sql.sql("update learning.place set hidden = true where id = :id").param("id", place).update();
    assertThat(events(all(place)))
        .singleElement()
        .satisfies(one -> assertThat(one.getStatus().isCancelled()).isTrue());
    assertThat(text(all(place))).doesNotContain("CALNAME:Ateliers – ");
    assertThat(events(feed)).hasSize(1);
    assertThat(web.get().uri("/calendars/workshops/" + stays.id() + ".ics")).hasStatus(404);
  }

  @Test
  void aSecretAddressDoesNotOutliveThePersonWhoseCalendarItIs() {
    var account = Staff.invite(accounts);
    var trainer = taught.trainer("Vera", account);
    var first = feed(trainer);
    assertThat(text(first)).contains("BEGIN:VCALENDAR");
    accounts.disable(Actor.CONSOLE, account);
    assertThat(web.get().uri(first)).as("the account is shut").hasStatus(404);
    accounts.enable(Actor.CONSOLE, account);
    assertThat(text(first)).contains("BEGIN:VCALENDAR");
    update(trainer, Optional.of(Staff.invite(accounts)), true);
    assertThat(web.get().uri(first)).as("it is somebody else").hasStatus(404);
    var second = feed(trainer);
    update(trainer, resources.find(trainer).orElseThrow().account(), false);
    assertThat(web.get().uri(second)).as("out of use").hasStatus(404);
    update(trainer, resources.find(trainer).orElseThrow().account(), true);
    assertThat(web.get().uri(second)).as("for ever").hasStatus(404);
  }

  private void update(UUID trainer, Optional<UUID> account, boolean active) {
    var now = resources.find(trainer).orElseThrow();
    var made =
        new Resource(
            trainer,
            now.kind(),
            now.name(),
            now.place(),
            now.seats(),
            account,
            active,
            false,
            now.version());
    assertThat(resources.update(Actor.CONSOLE, made)).isTrue();
  }

  @Test
  void whatSomebodyCalledAnAddressIsDeletedAMonthAfterItWasShut() {
    var trainer = taught.trainer("Wanda");
    feed(trainer);
    keys.list(trainer).forEach(one -> keys.revoke(Actor.CONSOLE, one));
    keys.forget();
    assertThat(kept(trainer)).isEqualTo(1);
    sql.sql(
            "update learning.calendar_key set revoked_at = now() - interval '31 days' where resource = :t")
        .param("t", trainer)
        .update();
    keys.forget();
    assertThat(kept(trainer)).isZero();
  }

  private int kept(UUID trainer) {
    return sql.sql("select count(*) from learning.calendar_key where resource = :t")
        .param("t", trainer)
        .query(Integer.class)
        .single();
  }

  private static String mine(Joined.Keys keys) {
    return "/calendars/mine/" + keys.reference() + "/" + keys.code() + ".ics";
  }

  @Test
  void ownPlacesAreInOnesOwnCalendarAndToWaitIsNoPromise() {
    var session = joined.session(1);
    var person = Joined.person("Zoé Secrète");
    var seat = joined.join(session, person);
    var waits = joined.join(session, Joined.person("Yan"));
    var first = events(mine(seat)).getFirst();
    assertThat(first.getStatus().isConfirmed()).isTrue();
    assertThat(text(mine(seat))).contains("CLASS:PRIVATE").doesNotContain("Zoé", seat.code());
    assertThat(joined.letter(person)).contains(mine(seat) + "?language=fr");
    var second = events(mine(waits)).getFirst();
    assertThat(second.getStatus().isTentative()).isTrue();
    assertThat(second.getSummary().getValue()).contains("attente");
    assertThat(second.getUid().getValue()).isNotEqualTo(first.getUid().getValue());
    cancel(session);
    var gone = events(mine(seat)).getFirst();
    assertThat(gone.getStatus().isCancelled()).isTrue();
    assertThat(gone.getUid().getValue()).isEqualTo(first.getUid().getValue());
    assertThat(gone.getSequence().getValue()).isGreaterThan(first.getSequence().getValue());
  }

  @Test
  void onesOwnCalendarOpensWithItsCodeAloneAndWhoGuessesIsSlowedDown() {
    var keys = joined.join(joined.session(2), Joined.person("Xavier"));
    var answer = web.get().uri(mine(keys)).exchange();
    assertThat(answer).headers().hasValue("Cache-Control", "private, no-cache");
    var tag = Objects.requireNonNull(answer.getResponse().getHeader("ETag"));
    assertThat(web.get().uri(mine(keys)).header("If-None-Match", tag)).hasStatus(304);
    var wrong = "/calendars/mine/" + keys.reference() + "/";
    for (int i = 0; i < 30; i++) {
      assertThat(guess(wrong + "wrong" + i + ".ics")).hasStatus(404);
    }
    assertThat(guess(wrong + "again.ics")).hasStatus(429);
    assertThat(guess(mine(keys))).as("the right one, of whoever shares the address").hasStatusOk();
    assertThat(web.get().uri(mine(keys))).hasStatusOk();
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult guess(String address) {
    return web.get()
        .uri(address)
        .with(request -> {
          request.setRemoteAddr("192.0.2.77");
          return request;
        })
        .exchange();
  }
}

package org.foyal.learning.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.appointments.Diary;
import org.foyal.learning.calendars.Calendars.Wanted;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Resources;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.courses.Timetable;
import org.foyal.learning.places.Places;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Calendars follow the sessions; an independent parser reads what is written.
@HouseTest
class FollowingACalendarTest {
  private static final String FEED = "/calendars/workshops.ics";

  @Autowired MockMvcTester web;
  @Autowired Taught taught;
  @Autowired Timetable timetable;
  @Autowired Courses courses;
  @Autowired Resources resources;
  @Autowired Places places;
  @Autowired Diary diary;
  @Autowired SiteAddress site;
  @Autowired Words words;
  @Autowired Accounts accounts;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private LocalDate day(int days) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
  }

  private String text(String address) {
    var answer = web.get().uri(address).exchange();
    assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
    return new String(
        answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  /// What the other library makes of it; it must have nothing to complain about.
  private static ICalendar read(String text) {
    try (var reader = new ICalReader(text)) {
      var calendar = reader.readNext();
      assertThat(reader.getWarnings()).isEmpty();
      assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
      return calendar;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private VEvent event(Session session) {
    return read(text("/calendars/workshops/" + session.id() + ".ics")).getEvents().getFirst();
  }

  @Test
  void aSessionKeepsItsNameAndCountsEachChangeOfTimePlaceAndState() {
    var course = taught.course("Suivre; un, agenda");
    var place = taught.place("Chez nous, ici").id();
    var one = taught.session(Taught.plan(course, place, day(12)));
    var before = event(one);
    assertThat(before.getSummary().getValue()).isEqualTo("Suivre; un, agenda");
    assertThat(before.getLocation().getValue()).startsWith("Chez nous, ici, 1 rue des Tests");
    assertThat(before.getSequence().getValue()).isZero();
    assertThat(before.getStatus().isConfirmed()).isTrue();
    assertThat(before.getDateStart().getValue().toInstant()).isEqualTo(one.startsAt());
    assertThat(before.getDateEnd().getValue().toInstant()).isEqualTo(one.endsAt());
    var later = Taught.at(timetable.planOf(one), LocalTime.of(14, 0), LocalTime.of(15, 0));
    timetable.change(Actor.CONSOLE, one.id(), 1, later, Scope.THIS);
    var moved = event(one);
    assertThat(moved.getUid().getValue()).isEqualTo(before.getUid().getValue());
    assertThat(moved.getSequence().getValue()).isEqualTo(1);
    timetable.cancel(
        Actor.CONSOLE, one.id(), 2, Scope.THIS, new Cancelled(Reason.CYCLONE, Optional.empty()));
    var gone = event(one);
    assertThat(gone.getSequence().getValue()).isEqualTo(2);
    assertThat(gone.getStatus().isCancelled()).isTrue();
    assertThat(gone.getDateTimeStamp().getValue())
        .isAfterOrEqualTo(before.getDateTimeStamp().getValue());
    assertThat(read(text(FEED + "?place=" + place)).getEvents()).hasSize(1);
  }

  @Test
  void whatWasCancelledIsToldForNinetyDaysAndThenFallsOut() {
    var place = taught.place("Vieux").id();
    var one = taught.session(Taught.plan(taught.course("Vieux"), place, day(13)));
    timetable.cancel(
        Actor.CONSOLE, one.id(), 1, Scope.THIS, new Cancelled(Reason.ROOM, Optional.empty()));
    age(one, 95);
    assertThat(text(FEED + "?place=" + place)).contains("STATUS:CANCELLED");
    age(one, 101);
    assertThat(text(FEED + "?place=" + place)).doesNotContain("BEGIN:VEVENT");
  }

  private void age(Session one, int days) {
    sql.sql(
            """
            update learning.session set changed_at = now() - make_interval(days => :days),
              starts_at = now() - make_interval(days => :days),
              ends_at = now() - make_interval(days => :days) + interval '1 hour'
            where id = :id
            """)
        .param("days", days)
        .param("id", one.id())
        .update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/Martinique", "Europe/Paris"})
  void theCitysZoneIsToldWithItsRules(String name) {
    var zone = ZoneId.of(name);
    var events = new Events(Zones.of(zone), site, words);
    var place = taught.place("Zone").id();
    var calendars = new Calendars(courses, resources, places, diary, events, clock);
    var one = taught.session(Taught.plan(taught.course("Zone"), place, day(14)));
    var out = new StringWriter();
    calendars.write(new Wanted(Language.FR, Optional.of(place), Optional.empty()), out);
    assertThat(out.toString())
        .contains("BEGIN:VTIMEZONE", "TZID:" + name, "DTSTART;TZID=" + name + ":");
    var read = read(out.toString());
    assertThat(read.getTimezoneInfo().getComponents()).hasSize(1);
    assertThat(read.getEvents().getFirst().getDateStart().getValue().toInstant())
        .isEqualTo(one.startsAt());
  }

  @Test
  void linesAreFoldedAtSeventyFiveOctetsAndNeverWithinASign() {
    var title = "Éééé àà 😀 ".repeat(10).strip();
    var place = taught.place("Pliage").id();
    taught.session(Taught.plan(taught.course(title), place, day(15)));
    var text = text(FEED + "?place=" + place);
    assertThat(text).endsWith("END:VCALENDAR\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r", "\uFFFD");
    assertThat(text.split("\r\n", -1))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(read(text).getEvents().getFirst().getSummary().getValue()).isEqualTo(title);
  }

  @Test
  void whoHasTheCalendarIsToldThatNothingChanged() {
    var first = web.get().uri(FEED).exchange();
    var tag = Objects.requireNonNull(first.getMvcResult().getResponse().getHeader("ETag"));
    assertThat(web.get().uri(FEED).header("If-None-Match", tag)).hasStatus(304);
    assertThat(web.get().uri(FEED + "?language=en").header("If-None-Match", tag)).hasStatusOk();
    taught.session(Taught.plan(taught.course("Neuf"), taught.place("Neuf").id(), day(16)));
    assertThat(web.get().uri(FEED).header("If-None-Match", tag)).hasStatusOk();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?place=",
        "?place=%00",
        "?place=x",
        "?language=de",
        "?quarter=x",
        "?place=00000000-0000-0000-0000-000000000000"
      })
  void whatNobodyKnowsIsRefusedAsAProblem(String query) {
    assertThat(web.get().uri(FEED + query))
        .hasStatus(400)
        .hasContentTypeCompatibleWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%00", "00000000-0000-0000-0000-000000000000"})
  void whatIsNotThereIsNotFound(String id) {
    assertThat(web.get().uri("/calendars/workshops/" + id + ".ics")).hasStatus4xxClientError();
    assertThat(web.get().uri("/calendars/trainers/" + id + ".ics")).hasStatus4xxClientError();
  }

  @Test
  void tenThousandSessionsAreWrittenOneAfterTheOther() {
    var place = taught.place("Beaucoup").id();
    sql.sql(
            """
            insert into learning.session (id, course, place, starts_at, ends_at, seats, language, changed_at)
            select gen_random_uuid(), :course, :place, now() + make_interval(mins => i),
              now() + make_interval(mins => i + 60), 10, 'fr', now()
            from generate_series(1, 10000) i
            """)
        .param("course", taught.course("Beaucoup"))
        .param("place", place)
        .update();
    var seen = new Counter();
    var events = new Events(Zones.of(ZoneId.of("UTC")), site, words);
    var calendars = new Calendars(courses, resources, places, diary, events, clock);
    calendars.write(new Wanted(Language.FR, Optional.of(place), Optional.empty()), seen);
    sql.sql("delete from learning.session where place = :place").param("place", place).update();
    assertThat(seen.events).isEqualTo(10_000);
  }

  /// Counts events and keeps nothing.
  private static final class Counter extends Writer {
    private final StringBuilder line = new StringBuilder();
    private int events;

    @Override
    public void write(char[] signs, int from, int length) {
      for (int i = from; i < from + length; i++) {
        if (signs[i] == '\n') {
          events += line.toString().startsWith("BEGIN:VEVENT") ? 1 : 0;
          line.setLength(0);
        } else {
          line.append(signs[i]);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private MvcTestResult post(Member who, String address, String field, String typed) {
    return web.post().uri(address).param(field, typed).with(who.here()).with(csrf()).exchange();
  }

  @Test
  void aTrainersCalendarOpensWithASecretThatIsShownOnceAndNamesNobody() {
    var tina = new Member(Staff.invite(accounts), "Ana", Set.of(Role.MEDIATOR));
    var trainer = taught.trainer("Tina Secrète", tina.id());
    var place = taught.place("Chez Tina").id();
    var plan = Taught.plan(taught.course("Avec Tina"), place, day(17));
    taught.session(Taught.in(plan, taught.room(place), trainer));
    taught.session(Taught.plan(taught.course("Sans Tina"), place, day(18)));
    var desk = "/fr/staff/learning/calendars";
    var made = post(tina, desk + "/" + trainer, "label", "mon téléphone");
    assertThat(made).hasStatusOk();
    var shown =
        new String(
            made.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    var secret = shown.replaceAll("(?s).*/calendars/trainers/([A-Za-z0-9_-]{43})\\.ics.*", "$1");
    var feed = "/calendars/trainers/" + secret + ".ics";
    assertThat(text(feed)).contains("Avec Tina").doesNotContain("Sans Tina", "Secrète");
    assertThat(web.get().uri(feed)).headers().hasValue("Cache-Control", "private, no-cache");
    assertThat(web.get().uri(desk).with(tina.here()))
        .bodyText()
        .contains("mon téléphone")
        .doesNotContain(secret);
    assertThat(
            sql.sql("select label from learning.calendar_key where secret_hash = sha256(:s::bytea)")
                .param("s", secret)
                .query(String.class)
                .list())
        .isEqualTo(List.of("mon téléphone"));
    var key =
        sql.sql("select id from learning.calendar_key where resource = :t")
            .param("t", trainer)
            .query(UUID.class)
            .single();
    var other = new Member(Role.MEDIATOR);
    assertThat(post(other, desk + "/" + trainer + "/revoke", "key", "" + key)).hasStatus(403);
    assertThat(post(other, desk + "/" + trainer, "label", "à moi")).hasStatus(403);
    assertThat(web.get().uri(desk).with(other.here())).bodyText().doesNotContain("Tina");
    assertThat(post(tina, desk + "/" + trainer + "/revoke", "key", "" + key)).hasStatus(302);
    assertThat(web.get().uri(feed)).hasStatus(404);
  }

  @Test
  void aNameIsAskedForAndTenAddressesAreEnough() {
    var ada = new Member(Role.ADMIN);
    var at = "/fr/staff/learning/calendars/" + taught.trainer("Dix");
    assertThat(post(ada, at, "label", "\u0000 "))
        .hasStatus(422)
        .bodyText()
        .contains("quel appareil");
    for (int i = 0; i < CalendarKeys.MOST; i++) {
      assertThat(post(ada, at, "label", "n" + i)).hasStatusOk();
    }
    assertThat(post(ada, at, "label", "de trop"))
        .hasStatus(422)
        .bodyText()
        .contains("Dix adresses");
    var room = taught.room(taught.place("Pas un humain").id());
    assertThat(post(ada, "/fr/staff/learning/calendars/" + room, "label", "x")).hasStatus(404);
  }
}

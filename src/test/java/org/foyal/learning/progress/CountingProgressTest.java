package org.foyal.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.foyal.HouseTest;
import org.foyal.kernel.Period;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Enrolments;
import org.foyal.learning.enrolment.Joined;
import org.foyal.learning.enrolment.Joined.Keys;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.learning.progress.CanDo.Moment;
import org.foyal.learning.progress.ProgressFigures.Part;
import org.foyal.people.Actor;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What people said before and after is counted by course and quarter, and nothing that speaks of
/// fewer than eleven people is shown or can be worked out.
@HouseTest
class CountingProgressTest {
  @Autowired MockMvcTester web;
  @Autowired Joined joined;
  @Autowired Progress progress;
  @Autowired Attestations attestations;
  @Autowired Enrolments enrolments;
  @Autowired JdbcClient sql;

  private Period quarter() {
    return progress.quarters().values().iterator().next();
  }

  /// A session of which so many people say the one or the other, in the latest quarter.
  private Session said(int gained, int still, boolean example) {
    var session = joined.session(gained + still);
    var all = joined.join(session, gained + still);
    joined.nearer(session, -80);
    all.forEach(keys -> joined.note(session, keys, State.PRESENT));
    note(session, Moment.BEFORE, all, gained, Step.NOT_YET);
    note(session, Moment.AFTER, all, gained, Step.ALONE);
    sql.sql(
            """
            update learning.session set starts_at = :day, ends_at = :day + interval '90 minutes',
              example = :example where id = :id
            """)
        .param("day", quarter().from().plusDays(20))
        .param("example", example)
        .param("id", session.id())
        .update();
    return session;
  }

  private void note(Session session, Moment moment, List<Keys> all, int first, Step step) {
    var steps = new HashMap<Long, Step>();
    for (int i = 0; i < all.size(); i++) {
      steps.put(all.get(i).id(), i < first ? step : Step.WITH_HELP);
    }
    progress.note(
        Actor.CONSOLE, session.id(), moment, progress.shipped(Competence.INTERACT), steps);
  }

  private Map<Part, OptionalLong> cells(Session session) {
    return progress.figures(session.course(), quarter()).rows().getFirst().cells();
  }

  @Test
  void elevenPeopleAndMoreAreShownWithAnInterval() {
    var session = said(12, 11, false);
    var figures = progress.figures(session.course(), quarter());
    assertThat(figures.people()).hasValue(23);
    assertThat(cells(session))
        .containsEntry(Part.GAINED, OptionalLong.of(12))
        .containsEntry(Part.STILL, OptionalLong.of(11))
        .containsEntry(Part.NONE, OptionalLong.of(0));
    var share = figures.rows().getFirst().share().orElseThrow();
    assertThat(share.from()).isBetween(0.32, 0.34);
    assertThat(share.to()).isBetween(0.70, 0.72);
    assertThat(
            web.get()
                .uri("/fr/staff/learning/courses/" + session.course() + "/progress")
                .with(new Member(Role.MEDIATOR).here())
                .exchange())
        .hasStatusOk()
        .bodyText()
        .contains("23 personnes sont venues.", "Wilson");
  }

  @Test
  void fewerThanElevenAreHiddenAndCannotBeWorkedOutFromTheOthers() {
    var session = said(13, 3, false);
    assertThat(cells(session))
        .containsEntry(Part.GAINED, OptionalLong.empty())
        .containsEntry(Part.STILL, OptionalLong.empty());
    assertThat(progress.figures(session.course(), quarter()).rows().getFirst().share()).isEmpty();
    assertThat(progress.figures(said(4, 4, false).course(), quarter()).people()).isEmpty();
  }

  @Test
  void examplesNeverCount() {
    assertThat(progress.figures(said(12, 12, true).course(), quarter()).people()).hasValue(0);
    var invented = said(12, 12, false);
    mark(
        "update learning.course set example = true, version = version + 1 where code = :key",
        invented.course());
    assertThat(progress.figures(invented.course(), quarter()).people()).hasValue(0);
    assertThat(spoken(invented)).isZero();
    var somewhere = said(12, 12, false);
    mark(
        "update learning.place set example = true, version = version + 1 where id = :key",
        somewhere.place());
    assertThat(progress.figures(somewhere.course(), quarter()).people()).hasValue(0);
    assertThat(spoken(somewhere)).isZero();
  }

  private void mark(String update, Object key) {
    assertThat(sql.sql(update).param("key", key).update()).isEqualTo(1);
  }

  /// How many answers of a course count.
  private int spoken(Session session) {
    return sql.sql(
            "select count(*) from learning.progress_outcome where course = :course and counts")
        .param("course", session.course())
        .query(Integer.class)
        .single();
  }

  @Test
  void anAttestationOfAnInventedCourseOrPlaceIsAnExample() {
    var course = joined.session(1);
    assertThat(attested(course).example()).isFalse();
    var invented = joined.session(1);
    mark(
        "update learning.course set example = true, version = version + 1 where code = :key",
        invented.course());
    assertThat(attested(invented).example()).isTrue();
    var somewhere = joined.session(1);
    mark(
        "update learning.place set example = true, version = version + 1 where id = :key",
        somewhere.place());
    assertThat(attested(somewhere).example()).isTrue();
  }

  private Attestation attested(Session session) {
    var keys = joined.join(session, Joined.person("Ana"));
    joined.nearer(session, -95);
    joined.note(session, keys, State.PRESENT);
    var place = enrolments.find(keys.reference(), keys.code()).orElseThrow();
    return attestations.issue(place).orElseThrow().attestation();
  }

  @Test
  void oneAndTenAreNotLeftOverFromTheirWhole() {
    var figures = progress.figures(said(10, 1, false).course(), quarter());
    assertThat(figures.people()).isEmpty();
    assertThat(figures.rows())
        .isNotEmpty()
        .allMatch(row -> row.cells().values().stream().allMatch(OptionalLong::isEmpty));
  }

  @Test
  void whatWasToldOnceStaysAsItWasSoThatNothingIsTakenFromIt() {
    var session = said(13, 12, false);
    assertThat(progress.figures(session.course(), quarter()).people()).hasValue(25);
    sql.sql(
            """
            update learning.participation set state = 'NO_SHOW', seat = null, during = null
            where id = (select max(id) from learning.participation where session = :id)
            """)
        .param("id", session.id())
        .update();
    assertThat(progress.figures(session.course(), quarter()).people()).hasValue(25);
    assertThat(cells(session))
        .containsEntry(Part.GAINED, OptionalLong.of(13))
        .containsEntry(Part.STILL, OptionalLong.of(12));
    assertThatThrownBy(() ->
            sql.sql("delete from learning.progress_cell where course = :course")
                .param("course", session.course())
                .update())
        .hasMessageContaining("what happened stays written");
  }

  @Test
  void whatWasToldKeepsTheWordsThatItHad() {
    var session = said(13, 12, false);
    var before = progress.figures(session.course(), quarter());
    sql.sql(
            """
            insert into learning.can_do (course, competence, revision, sentence)
            values (:course, :competence, 1, '{"fr": "Une autre phrase."}')
            """)
        .param("course", session.course())
        .param("competence", before.rows().getFirst().asked().competence().code())
        .update();
    assertThat(progress.asked(session.course()).getFirst().sentence().toString())
        .contains("Une autre phrase.");
    assertThat(progress.figures(session.course(), quarter())).isEqualTo(before);
  }

  @Test
  void figuresStayTrueOnceNamesAreErased() {
    var session = said(12, 11, false);
    sql.sql(
            """
            update learning.learner set name = '', folded = '', email = null, phone = null,
              contact = null, erased_on = current_date
            where id in (select learner from learning.participation where session = :id)
            """)
        .param("id", session.id())
        .update();
    assertThat(
            sql.sql(
                    """
                    select count(*) from learning.progress_answer a
                    join learning.participation p on p.id = a.participation where p.session = :id
                    """)
                .param("id", session.id())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(progress.figures(session.course(), quarter()).people()).hasValue(23);
    assertThat(cells(session)).containsEntry(Part.GAINED, OptionalLong.of(12));
  }

  @Test
  void onlyQuartersWhoseAnswersCannotChangeAreCounted() {
    var course = joined.session(1).course();
    var now = LocalDate.now(java.time.ZoneOffset.UTC);
    assertThatThrownBy(() -> progress.figures(course, new Period(now.minusDays(90), now)))
        .isInstanceOf(IllegalArgumentException.class);
    var quarters = ProgressFigures.quarters(LocalDate.of(2026, 10, 14), 14);
    assertThat(quarters.keySet().iterator().next()).isEqualTo("2026-T2");
    assertThat(ProgressFigures.quarters(LocalDate.of(2026, 10, 15), 14)).containsKey("2026-T3");
  }
}

package org.foyal.learning.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyal.HouseTest;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Period;
import org.foyal.kernel.Quarter;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.figures.Counted.Fate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What workshops add up to: what took place is counted as it stands; what speaks of people is
/// published once and stays.
@HouseTest
class CountingWorkshopsTest {
  @Autowired MockMvcTester web;
  @Autowired Taught taught;
  @Autowired JdbcClient sql;
  @Autowired LearningFigures figures;
  @Autowired Publishing publishing;
  @Autowired FigurePublicationStore publications;

  private Counted counted;

  @BeforeEach
  void begin() {
    counted = new Counted(taught, sql);
  }

  /// Of five years ago, so that no other test has anything there.
  private Quarter quarter(int after) {
    var quarter = Quarter.of(publishing.today().minusYears(5).withDayOfYear(1));
    return Quarter.of(quarter.first().plusMonths(3L * after));
  }

  private Map<String, Long> told(Quarter quarter, String area) {
    return figures.figures(quarter.period()).stream()
        .filter(one -> one.areaCode().equals(area))
        .collect(Collectors.toMap(Figure::key, Figure::count));
  }

  private String text(String address) {
    var answer = web.get().uri(address).exchange();
    assertThat(answer).as(address).hasStatusOk();
    return new String(
            answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8)
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ');
  }

  @Test
  void sessionsHoursAndSeatsTimesHoursAreCountedByNeighbourhoodAndAudience() {
    var quarter = quarter(0);
    var here = counted.place("972990101");
    var there = counted.place("972990102");
    var day = quarter.first().plusDays(10);
    counted.session(day, here, counted.course("EVERYBODY"), 10, false);
    counted.session(day, here, counted.course("YOUNG_AND_WOMEN", "COMPANIES"), 8, false);
    counted.session(day, there, counted.course("PROJECT_HOLDERS"), 5, false);
    assertThat(told(quarter, "972990101"))
        .containsEntry("learning.sessions", 2L)
        .containsEntry("learning.hours", 4L)
        .containsEntry("learning.seat-hours", 36L)
        .containsEntry("learning.sessions.young-and-women", 1L)
        .containsEntry("learning.sessions.companies", 1L)
        .containsEntry("learning.sessions.everybody", 1L)
        .doesNotContainKey("learning.sessions.project-holders");
    assertThat(told(quarter, "972990102")).containsEntry("learning.sessions.project-holders", 1L);
  }

  @Test
  void anHourAndAHalfIsRoundedUp() {
    var quarter = quarter(11);
    var place = counted.place("972991201");
    var id = counted.session(quarter.first(), place, counted.course("EVERYBODY"), 1, false);
    sql.sql(
            "update learning.session set ends_at = starts_at + interval '90 minutes' where id = :id")
        .param("id", id)
        .update();
    assertThat(told(quarter, "972991201"))
        .containsEntry("learning.hours", 2L)
        .containsEntry("learning.seat-hours", 2L);
  }

  @Test
  void whatWasCancelledOrIsToComeIsNotCounted() {
    var quarter = quarter(1);
    var place = counted.place("972990201");
    var id = counted.session(quarter.first(), place, counted.course("EVERYBODY"), 10, false);
    sql.sql(
            "update learning.session set state = 'CANCELLED', cancel_reason = 'TOO_FEW' where id = :id")
        .param("id", id)
        .update();
    assertThat(told(quarter, "972990201")).isEmpty();
  }

  @Test
  void aPlantedExampleIsInNoPublicFigure() {
    var quarter = quarter(2);
    var place = counted.place("972990301");
    var course = counted.course("EVERYBODY");
    var before = List.of(csv(), catalogue());
    var id = counted.session(quarter.first(), place, course, 377, true);
    counted.people(id, 377, Fate.CAME, "972990302");
    assertThat(publishing.publish(quarter)).isFalse();
    assertThat(figures.figures(new Period(LocalDate.of(2000, 1, 1), LocalDate.of(2030, 1, 1))))
        .noneMatch(one -> one.areaCode().startsWith("9729903") || one.count() == 377);
    assertThat(figures.rows()).noneMatch(row -> row.quarter().equals(quarter.code()));
    assertThat(List.of(csv(), catalogue())).isEqualTo(before);
    for (var address :
        List.of(
            "/api/learning/figures?quarter=" + quarter.code(),
            "/api/learning/figures.csv?quarter=" + quarter.code(),
            "/fr/workshops/figures?quarter=" + quarter.code())) {
      assertThat(text(address)).doesNotContain("377", "754");
    }
    assertThat(text("/api/learning/figures?quarter=" + quarter.code()))
        .contains("\"known\":false", "Nous ne savons pas encore");
    assertThat(text("/fr/workshops/figures"))
        .as("a neighbourhood of examples has no nought")
        .contains("972990301 : pas encore connu");
  }

  /// Without the names of nodes that have none.
  private String catalogue() {
    return text("/data/catalog.ttl").replaceAll("_:\\w+", "");
  }

  private String csv() {
    return text("/api/learning/figures.csv");
  }

  @Test
  void aPlaceOrACourseThatIsInventedMakesItsSessionsExamples() {
    var quarter = quarter(3);
    var place = counted.place("972990401");
    var course = counted.course("EVERYBODY");
    counted.session(quarter.first(), place, course, 10, false);
    sql.sql("update learning.place set example = true, version = version + 1 where id = :id")
        .param("id", place)
        .update();
    assertThat(told(quarter, "972990401")).isEmpty();
  }

  @Test
  void aShareHasItsWilsonIntervalAndTheWaitItsMedian() {
    var quarter = quarter(4);
    var place = counted.place("972990501");
    var id = counted.session(quarter.first(), place, counted.course("EVERYBODY"), 200, false);
    counted.people(id, 80, Fate.CAME, "972990501");
    counted.people(id, 53, Fate.cameAfter(3), "972990502");
    counted.people(id, 15, Fate.ABSENT, null);
    assertThat(publishing.publish(quarter)).isTrue();
    var share =
        publications
            .latest(quarter)
            .flatMap(one -> one.share(Tab.ABSENT_IN.all(), Tab.CAME_IN.all()))
            .orElseThrow();
    assertThat(share.interval().from()).isEqualTo(0.062386, within(1e-6));
    assertThat(share.interval().to()).isEqualTo(0.160487, within(1e-6));
    assertThat(share.fragile()).isFalse();
    assertThat(text("/fr/workshops/figures?quarter=" + quarter.code()))
        .contains(
            "10 % (15 sur 148 ; entre 6 et 16 %)", "La moitié a une place en", "moins d’un jour");
    assertThat(text("/api/learning/figures.csv?quarter=" + quarter.code()))
        .contains("no_show_rate,all,,0.101351,0.062386,0.160487,shown");
  }

  @Test
  void lateRecordsDoNotChangeWhatWasPublishedAndAnEnoughBigCorrectionIsANewVersion() {
    var quarter = quarter(5);
    var place = counted.place("972990601");
    var id = counted.session(quarter.first(), place, counted.course("EVERYBODY"), 300, false);
    counted.people(id, 40, Fate.CAME, "972990601");
    assertThat(publishing.publish(quarter)).isTrue();
    assertThat(publishing.publish(quarter)).as("nothing is new").isFalse();
    counted.people(id, 3, Fate.CAME, "972990601");
    assertThat(publishing.publish(quarter)).as("three would be found").isFalse();
    assertThat(came(quarter)).isEqualTo(40);
    counted.people(id, 12, Fate.CAME, "972990601");
    assertThat(publishing.publish(quarter)).isTrue();
    assertThat(came(quarter)).isEqualTo(55);
    assertThat(publications.latest(quarter).map(Published::version)).contains(2);
    assertThat(text("/api/learning/figures.csv?quarter=" + quarter.code()))
        .contains("seats_taken,all,,55,,,shown")
        .doesNotContain(",40,");
  }

  private long came(Quarter quarter) {
    return publications.latest(quarter).orElseThrow().shown(Tab.CAME_IN.all()).orElseThrow();
  }

  @Test
  void fewerThanElevenAreHiddenAndStayHiddenWhenMoreCome() {
    var quarter = quarter(6);
    var small = counted.place("972990701");
    var large = counted.place("972990702");
    var course = counted.course("EVERYBODY");
    var few = counted.session(quarter.first(), small, course, 100, false);
    var many = counted.session(quarter.first(), large, course, 100, false);
    counted.people(few, 4, Fate.CAME, "972990701");
    counted.people(many, 40, Fate.CAME, "972990702");
    assertThat(publishing.publish(quarter)).isTrue();
    assertThat(text("/api/learning/figures.csv?quarter=" + quarter.code()))
        .contains(
            "seats_taken,area,972990701,,,,hidden",
            "seats_taken,area,972990702,,,,hidden",
            "seats_taken,all,,44,,,shown");
    assertThat(told(quarter, "972990701")).doesNotContainKey("learning.seats-taken");
    counted.people(few, 30, Fate.CAME, "972990701");
    publishing.publish(quarter);
    assertThat(text("/api/learning/figures.csv?quarter=" + quarter.code()))
        .contains("seats_taken,area,972990701,,,,hidden");
  }

  @Test
  void reasonsAndUnmetDemandAreToldOfEnoughPeople() {
    var quarter = quarter(7);
    var place = counted.place("972990801");
    var id = counted.session(quarter.first(), place, counted.course("EVERYBODY"), 100, false);
    counted.people(id, 60, Fate.CAME, "972990801");
    counted.people(id, 20, Fate.WAITED, null);
    counted.away(id, "TRANSPORT", 14);
    counted.away(id, "CHILDCARE", 12);
    assertThat(publishing.publish(quarter)).isTrue();
    assertThat(text("/api/learning/figures.csv?quarter=" + quarter.code()))
        .contains(
            "given_back,reason,TRANSPORT,14,,,shown",
            "given_back,reason,CHILDCARE,12,,,shown",
            "asked,all,,106,,,shown",
            "asked,outcome,UNMET,20,,,shown",
            "unmet_rate,all,,0.188679,");
    assertThat(text("/fr/workshops/figures?quarter=" + quarter.code()))
        .contains("19 % (20 sur 106", "Pourquoi on n’est pas venu");
  }

  /// On the page, in both files and in the open data alike.
  @Test
  void waitsAndUnmetDemandAreToldByNeighbourhoodAndByAudience() {
    var quarter = quarter(21);
    var open = counted.course("EVERYBODY");
    var firms = counted.course("COMPANIES");
    var here = counted.session(quarter.first(), counted.place("972991301"), open, 300, false);
    var there = counted.session(quarter.first(), counted.place("972991302"), firms, 300, false);
    counted.people(here, 40, Fate.cameAfter(2), null);
    counted.people(here, 20, Fate.WAITED, null);
    counted.people(there, 60, Fate.cameAfter(4), null);
    assertThat(publishing.publish(quarter)).isTrue();
    assertThat(text("/api/learning/figures.csv?quarter=" + quarter.code()))
        .contains(
            "asked,area,972991301,60,,,shown",
            "unmet,area,972991301,20,,,shown",
            "unmet_rate,area,972991301,0.333333,",
            "wait_days_median,area,972991301,2,",
            "asked,audience,COMPANIES,60,,,shown",
            "unmet,audience,COMPANIES,0,,,shown",
            "unmet_rate,audience,COMPANIES,0,",
            "wait_days_median,audience,COMPANIES,4,")
        .doesNotContain("LEFT", "TOLD");
    assertThat(text("/api/learning/figures?quarter=" + quarter.code()))
        .contains(
            "\"figure\":\"unmet\",\"by\":\"area\",\"part\":\"972991301\",\"value\":20.0",
            "\"figure\":\"asked\",\"by\":\"audience\",\"part\":\"COMPANIES\",\"value\":60.0");
    assertThat(text("/data/training.csv")).contains(",unmet,area,972991301,");
    assertThat(text("/fr/workshops/figures?quarter=" + quarter.code()))
        .contains("Demandes par public", "33 % (20 sur 60 ; entre 23 et 46 %)", "4 jours");
    assertThat(
            figures.figures(quarter.period()).stream()
                .filter(one -> one.areaCode().equals("972991301"))
                .filter(one -> one.key().equals("learning.unmet"))
                .map(one -> one.count() + " of " + one.of().orElse(0)))
        .containsExactly("20 of 60");
  }

  @Test
  void peopleAreAskedForAsTheSumOfWhatWasPublished() {
    var quarter = quarter(8);
    var place = counted.place("972990901");
    var id = counted.session(quarter.first(), place, counted.course("EVERYBODY"), 100, false);
    counted.people(id, 40, Fate.CAME, "972990901");
    assertThat(told(quarter, "972990901")).doesNotContainKey("learning.people");
    publishing.publish(quarter);
    counted.people(id, 5, Fate.CAME, "972990901");
    assertThat(told(quarter, "972990901"))
        .containsEntry("learning.people", 40L)
        .containsEntry("learning.seats-taken", 40L);
  }

  @Test
  void aQuarterIsPublishedTwoWeeksAfterItsEnd() {
    var due = publishing.due();
    assertThat(due.last().plusDays(Quarter.LATE_RECORDS_days)).isBefore(publishing.today());
    assertThat(due.after().last().plusDays(Quarter.LATE_RECORDS_days))
        .isAfterOrEqualTo(publishing.today());
  }

  @Test
  void whatWasPublishedStaysWritten() {
    var quarter = quarter(9);
    var place = counted.place("972991001");
    counted.session(quarter.first(), place, counted.course("EVERYBODY"), 10, false);
    publishing.publish(quarter);
    assertThatThrownBy(() ->
            sql.sql("delete from learning.figure_cell where quarter = :quarter")
                .param("quarter", quarter.first())
                .update())
        .hasMessageContaining("what happened stays written");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?quarter=2026-T9", "?quarter=%00", "?quarter='", "?quarter=a&quarter=b", "?x=1"})
  void whatCantBeChosenIsTheLatestQuarter(String query) {
    assertThat(web.get().uri("/fr/workshops/figures" + query)).hasStatusOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "gcf"})
  void thePageSpeaksEveryLanguage(String language) {
    var quarter = quarter(10);
    var place = counted.place("972991101");
    counted.session(quarter.first(), place, counted.course("EVERYBODY"), 10, false);
    assertThat(text("/" + language + "/workshops/figures?quarter=" + quarter.code()))
        .contains("<svg");
  }

  @Test
  void theAudiencesOfACourseAreOneWordInOneOrder() {
    assertThat(Audiences.word("COMPANIES+EVERYBODY")).isEqualTo("EVERYBODY+COMPANIES");
    assertThat(Audiences.word("")).isEqualTo("EVERYBODY");
  }
}

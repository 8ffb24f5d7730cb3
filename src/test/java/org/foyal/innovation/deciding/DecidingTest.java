package org.foyal.innovation.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.HouseTest;
import org.foyal.innovation.Call;
import org.foyal.innovation.CallFixture;
import org.foyal.innovation.CallFixture.Keys;
import org.foyal.innovation.CallFixture.Member;
import org.foyal.innovation.Calls;
import org.foyal.innovation.applying.Application.State;
import org.foyal.innovation.applying.Applications;
import org.foyal.innovation.deciding.Decisions.Wish;
import org.foyal.innovation.reviewing.Review.Points;
import org.foyal.innovation.reviewing.Reviews;
import org.foyal.innovation.voice.Said;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Period;
import org.foyal.kernel.Quarter;
import org.foyal.kernel.Reference;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A decision comes after the deadline and after a view, with reasons, and stands.
@HouseTest
class DecidingTest {
  private static final Wish YES = new Wish(true, 4000, Said.inFrench("Utile à tous"));
  private static final Wish NO = new Wish(false, 0, Said.inFrench("Pas assez clair"));

  @Autowired Decisions decisions;
  @Autowired InnovationFigures figures;
  @Autowired Reviews reviews;
  @Autowired Calls calls;
  @Autowired Applications applications;
  @Autowired Accounts accounts;
  @Autowired JdbcClient sql;
  @Autowired MockMvcTester web;

  private CallFixture fixture;
  private Call call;
  private Member rita;
  private Keys keys;
  private Reference reference;

  @BeforeEach
  void anApplicationThatWasLookedAt() {
    fixture = new CallFixture(calls, applications, accounts, sql);
    call = fixture.open();
    rita = fixture.reviewer();
    reviews.ask(Actor.CONSOLE, call.code(), rita.id());
    keys = fixture.sent(call);
    reference = Reference.read(keys.reference()).orElseThrow();
  }

  private void review() {
    reviews.declare(rita, reference, "");
    reviews.score(
        rita, reference, List.of(new Points(1, 4, "Bien"), new Points(2, 3, "Bien")), true);
  }

  private Deciding decide(Wish wish) {
    return decisions.decide(Actor.CONSOLE, reference, wish);
  }

  private void reviewAndClose() {
    review();
    fixture.close(call);
  }

  @Test
  void nobodyDecidesBeforeTheDeadlineOrBeforeAView() {
    assertThat(decide(YES))
        .isEqualTo(new Deciding.Refused(Map.of("act", "innovation.problem.still-open")));
    fixture.close(call);
    assertThat(decide(YES))
        .isEqualTo(new Deciding.Refused(Map.of("act", "innovation.problem.no-review")));
  }

  @Test
  void whoeverHasAStakeDoesNotDecide() {
    var rolf = fixture.reviewer();
    reviews.ask(Actor.CONSOLE, call.code(), rolf.id());
    reviews.declare(rolf, reference, "Mon associé");
    reviewAndClose();
    assertThat(decisions.decide(Actor.of(rolf), reference, YES))
        .isEqualTo(new Deciding.Refused(Map.of("act", "innovation.problem.in-conflict")));
  }

  @Test
  void theDecisionIsToldWithItsReasonsByLetterAndOnThePage() {
    reviewAndClose();
    assertThat(decide(NO)).isEqualTo(new Deciding.Decided(true));
    var own = applications.open(keys.reference(), keys.code()).orElseThrow().application();
    assertThat(own.state()).isEqualTo(State.DECLINED);
    assertThat(own.decision().orElseThrow().reasons().french()).isEqualTo("Pas assez clair");
    assertThat(fixture.letters(own.applicant().email()))
        .last()
        .asString()
        .contains("Pas assez clair");
  }

  @Test
  void itIsDecidedOnce() {
    reviewAndClose();
    decide(YES);
    assertThat(decide(NO)).isEqualTo(new Deciding.DecidedBefore());
    assertThat(applications.withdraw(keys.reference(), keys.code())).isFalse();
  }

  @Test
  void noMoreIsGrantedThanTheCallGives() {
    reviewAndClose();
    assertThat(decide(new Wish(true, 10_001, Said.inFrench("Oui"))))
        .isEqualTo(new Deciding.Refused(Map.of("euros", "innovation.problem.granted")));
  }

  @Test
  void whatIsFundedIsPublicWithItsMilestonesAndNothingElseIs() {
    reviewAndClose();
    decide(YES);
    var other = fixture.sent(fixture.open());
    assertThat(
            decisions.addMilestone(
                Actor.CONSOLE,
                reference,
                "Premier atelier",
                Optional.of(LocalDate.of(2027, 3, 1)),
                "/workshops"))
        .isEqualTo(new Deciding.Decided(false));
    decisions.reach(Actor.CONSOLE, reference, 1);
    assertThat(web.get().uri("/api/innovation/funded").exchange())
        .hasStatusOk()
        .bodyText()
        .contains(reference.toString(), "Premier atelier", "done_on", "Ana Test")
        .doesNotContain(other.reference(), "example.org");
    assertThat(web.get().uri("/fr/calls/funded").exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Premier atelier", "/fr/workshops");
  }

  @Test
  void aMilestoneLeadsToAPageOfTheHouseOnly() {
    reviewAndClose();
    decide(YES);
    for (var odd : List.of("https://evil.example", "//evil", "/staff/accounts", "javascript:x")) {
      assertThat(
              decisions.addMilestone(
                  Actor.CONSOLE, reference, "Étape", Optional.of(LocalDate.EPOCH), odd))
          .isEqualTo(new Deciding.Refused(Map.of("link", "innovation.problem.link")));
    }
  }

  @Test
  void whatADemonstrationInventedIsInNoFigure() {
    var period = new Period(decisions.today().minusDays(1), decisions.today().plusDays(1));
    sql.sql("update innovation.application set area = 'exemple-1' where call = :c")
        .param("c", call.code())
        .update();
    reviewAndClose();
    decide(YES);
    assertThat(figures.figures(period))
        .anySatisfy(one -> {
          assertThat(one.areaCode()).isEqualTo("exemple-1");
          assertThat(one.key()).isEqualTo("innovation.funded");
        })
        .as("one applicant of a neighbourhood is a person")
        .noneMatch(one ->
            one.areaCode().equals("exemple-1") && one.key().equals("innovation.applications"));
    sql.sql("update innovation.call set example = true where code = :c")
        .param("c", call.code())
        .update();
    assertThat(figures.figures(period)).extracting(Figure::areaCode).doesNotContain("exemple-1");
  }

  /// One who applied is a person: it is told of eleven at least.
  @Test
  void howManyAppliedIsToldOfElevenAtLeast() {
    sql.sql("truncate opendata.release, opendata.released_table").update();
    var quarter = Quarter.due(decisions.today());
    sql.sql("update innovation.application set submitted_at = :at, area = :area where call = :c")
        .param("at", quarter.last().atTime(12, 0).atOffset(ZoneOffset.UTC))
        .param("area", call.code())
        .param("c", call.code())
        .update();
    figures.release();
    assertThat(applied(quarter)).isEmpty();
    sql.sql(
            """
            insert into innovation.application
            select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
              'reference', upper(substr(md5(:c || n), 1, 8)), 'form', gen_random_uuid(), 'one_of', n::text))).*
            from innovation.application a, generate_series(1, 11) n where a.call = :c
            """)
        .param("c", call.code())
        .update();
    figures.release();
    assertThat(applied(quarter)).containsExactly(12L);
  }

  private List<Long> applied(Quarter quarter) {
    return figures.figures(quarter.period()).stream()
        .filter(one -> one.key().equals("innovation.applications"))
        .filter(one -> one.areaCode().equals(call.code()))
        .map(Figure::count)
        .toList();
  }

  @Test
  void decidingIsForAdministrators() {
    var page = "/fr/staff/applications/" + reference;
    assertThat(web.get().uri(page).with(new Member(Role.AGENT).here()).exchange()).hasStatus(403);
    var admin = new Member(Role.ADMIN);
    reviewAndClose();
    assertThat(
            web.post()
                .uri(page)
                .with(admin.here())
                .with(csrf())
                .param("decision", "funded")
                .param("euros", "4 000")
                .exchange())
        .hasStatus(422)
        .bodyText()
        .contains("Écrivez les raisons");
    assertThat(
            web.post()
                .uri(page)
                .with(admin.here())
                .with(csrf())
                .param("decision", "funded")
                .param("euros", "4 000")
                .param("reasonsFr", "Utile")
                .exchange())
        .hasStatus3xxRedirection();
    assertThat(web.get().uri(page).with(admin.here()).exchange()).bodyText().contains("Utile");
  }

  @Test
  void nobodyReadsTheParametersOfTheDataDoor() {
    assertThat(web.get().uri("/api/innovation/funded.csv?limit=1").exchange()).hasStatus(400);
  }
}

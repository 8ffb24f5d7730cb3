package org.foyal.innovation.reviewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import org.foyal.HouseTest;
import org.foyal.innovation.Call;
import org.foyal.innovation.CallFixture;
import org.foyal.innovation.CallFixture.Member;
import org.foyal.innovation.Calls;
import org.foyal.innovation.applying.Applications;
import org.foyal.innovation.reviewing.Review.Points;
import org.foyal.kernel.Reference;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A reviewer first says whether they have a stake, and sees nobody's points before their own are
/// in.
@HouseTest
class ReviewingTest {
  private static final List<Points> POINTS =
      List.of(new Points(1, 4, "Utile"), new Points(2, 2, "Peu clair"));

  @Autowired Reviews reviews;
  @Autowired Calls calls;
  @Autowired Applications applications;
  @Autowired Accounts accounts;
  @Autowired JdbcClient sql;
  @Autowired MockMvcTester web;

  private CallFixture fixture;
  private Call call;
  private Member rita;
  private Member rolf;
  private Reference reference;

  @BeforeEach
  void anApplicationAndTwoReviewers() {
    fixture = new CallFixture(calls, applications, accounts, sql);
    call = fixture.open();
    rita = fixture.reviewer();
    rolf = fixture.reviewer();
    reviews.ask(Actor.CONSOLE, call.code(), rita.id());
    reviews.ask(Actor.CONSOLE, call.code(), rolf.id());
    reference = Reference.read(fixture.sent(call).reference()).orElseThrow();
  }

  private Reviews.Seen seen(Member who) {
    return reviews.find(who.id(), reference).orElseThrow();
  }

  @Test
  void whoeverWasNotAskedSeesNothing() {
    assertThat(reviews.find(fixture.reviewer().id(), reference)).isEmpty();
    assertThat(web.get().uri("/fr/staff/reviews/" + reference).with(new Member().here()).exchange())
        .hasStatus(404);
  }

  @Test
  void thePageShowsNothingButTheHolderBeforeAStakeIsDeclaredOrNot() {
    var page = "/fr/staff/reviews/" + reference;
    assertThat(web.get().uri(page).with(rita.here()).exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Ana Test", "Avez-vous un intérêt")
        .doesNotContain("Pour le quartier.");
    assertThat(
            web.post()
                .uri(page + "/stake")
                .with(rita.here())
                .with(csrf())
                .param("conflict", "no")
                .exchange())
        .bodyText()
        .contains("Pour le quartier.");
  }

  @Test
  void pointsComeAfterTheDeclaration() {
    assertThat(reviews.score(rita, reference, POINTS, true)).isEqualTo(new Reviewing.NotDeclared());
  }

  @Test
  void whoeverHasAStakeTakesNoPart() {
    reviews.declare(rita, reference, "Ma sœur");
    assertThat(seen(rita).readable()).isFalse();
    assertThat(reviews.score(rita, reference, POINTS, true)).isEqualTo(new Reviewing.InConflict());
    assertThat(reviews.declare(rita, reference, "")).isEqualTo(new Reviewing.Noted());
    assertThat(seen(rita).readable()).as("a stake is not taken back").isFalse();
  }

  @Test
  void theDatabaseItselfKeepsNoPointsOfWhoeverHasAStake() {
    reviews.declare(rita, reference, "Ma sœur");
    var id = seen(rita).opened().application().id();
    assertThatThrownBy(() ->
            sql.sql(
                    "insert into innovation.score (application, account, criterion, points, reason)"
                        + " values (:a, :r, 1, 5, 'x')")
                .param("a", id)
                .param("r", rita.id())
                .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void pointsOfOthersAreSeenOnceOnesOwnAreIn() {
    reviews.declare(rita, reference, "");
    reviews.declare(rolf, reference, "");
    reviews.score(rolf, reference, POINTS, true);
    reviews.score(rita, reference, POINTS, false);
    assertThat(seen(rita).others()).isEmpty();
    reviews.score(rita, reference, POINTS, true);
    assertThat(seen(rita).others()).extracting(Review::reviewer).containsExactly(rolf.id());
    assertThat(seen(rita).others().getFirst().mean(call)).hasValue(3.5); // (3·4 + 1·2) / 4
  }

  @Test
  void whatIsHandedInStands() {
    reviews.declare(rita, reference, "");
    reviews.score(rita, reference, POINTS, true);
    assertThat(reviews.score(rita, reference, List.of(new Points(1, 0, "non")), false))
        .isEqualTo(new Reviewing.HandedIn());
    assertThat(seen(rita).own().orElseThrow().points()).isEqualTo(POINTS);
  }

  @Test
  void eachPointHasItsReasonAndAllAreThereWhenTheyAreHandedIn() {
    reviews.declare(rita, reference, "");
    assertThat(
            reviews.score(
                rita, reference, List.of(new Points(1, 6, ""), new Points(9, 1, "x")), true))
        .isEqualTo(
            new Reviewing.Refused(
                Map.of(
                    "points1", "innovation.problem.points",
                    "reason1", "innovation.problem.reason",
                    "points9", "innovation.problem.points",
                    "points2", "innovation.problem.points")));
  }
}

package org.foyal.innovation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.foyal.HouseTest;
import org.foyal.innovation.applying.Applications;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A published call is a promise to whoever is writing.
@HouseTest
class KeepingCallsTest {
  @Autowired Calls calls;
  @Autowired Applications applications;
  @Autowired Accounts accounts;
  @Autowired JdbcClient sql;

  private CallFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new CallFixture(calls, applications, accounts, sql);
  }

  private Keeping move(Call call, Duration by) {
    var draft =
        CallFixture.draft(
            call.code(), call.terms(), call.span().closesAt().plus(by), call.version());
    return calls.keep(Actor.CONSOLE, draft);
  }

  @Test
  void nobodySeesACallBeforeItIsPublished() {
    var code = CallFixture.someCode();
    var closes = calls.now().plus(Duration.ofDays(1));
    calls.keep(Actor.CONSOLE, CallFixture.draft(code, CallFixture.YOUNG, closes, 0));
    assertThat(calls.findPublished(code)).isEmpty();
    assertThat(calls.publish(Actor.CONSOLE, code)).isEqualTo(new Keeping.Kept());
    assertThat(calls.findPublished(code)).isPresent();
  }

  @Test
  void aDeadlineThatMovesLaterIsToldToWhoeverIsWriting() {
    var call = fixture.open();
    var email = CallFixture.someEmail();
    fixture.begun(call, email);
    assertThat(move(call, Duration.ofDays(7))).isEqualTo(new Keeping.Kept());
    assertThat(fixture.letters(email))
        .hasSize(2)
        .last()
        .asString()
        .contains("Nouvelle date limite");
  }

  @Test
  void aDeadlineNeverMovesEarlierOncePublished() {
    assertThat(move(fixture.open(), Duration.ofHours(-1)))
        .isEqualTo(new Keeping.Refused(Map.of("closes", "innovation.problem.earlier")));
  }

  @Test
  void aDeadlineThatHasPassedStands() {
    var call = fixture.open();
    fixture.close(call);
    assertThat(move(calls.find(call.code()).orElseThrow(), Duration.ofDays(9)))
        .isEqualTo(new Keeping.Refused(Map.of("closes", "innovation.problem.passed")));
  }

  @Test
  void criteriaAndTermsStandOnceSomebodyHasBegun() {
    var call = fixture.open();
    fixture.begun(call, "");
    var draft =
        CallFixture.draft(
            call.code(),
            new Terms(call.terms().holders(), call.terms().origins(), 18, 25, 10_000),
            call.span().closesAt(),
            call.version());
    assertThat(calls.keep(Actor.CONSOLE, draft))
        .isEqualTo(new Keeping.Refused(Map.of("terms", "innovation.problem.begun")));
  }

  @Test
  void ofTwoWhoChangeACallTheSecondIsToldSo() {
    var call = fixture.open();
    move(call, Duration.ofDays(1));
    assertThat(move(call, Duration.ofDays(2))).isEqualTo(new Keeping.Overtaken());
  }
}

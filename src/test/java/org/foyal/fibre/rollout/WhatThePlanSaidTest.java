package org.foyal.fibre.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.foyal.HouseTest;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.Dated;
import org.foyal.fibre.files.Delivering;
import org.foyal.fibre.rollout.PlanFiles.Brought;
import org.foyal.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was promised and published: what the plan said on a given day is one question.
@HouseTest
class WhatThePlanSaidTest {
  private static final Path REAL = Path.of("cities/fort-de-france/fibre.json");

  @Autowired PlanFiles files;
  @Autowired Rollout rollout;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @TempDir Path folder;

  @BeforeEach
  void nothingIsKnown() {
    Delivering.clear(sql);
  }

  private Brought bring(String text) throws IOException {
    return files.bring(Files.writeString(folder.resolve("plan.json"), text), Actor.CONSOLE);
  }

  private AsOf now(String day) {
    return AsOf.known(clock.instant(), LocalDate.parse(day));
  }

  @Test
  void theRealPlanOfTheDemonstrationCityIsReadAndReadAgainChangesNothing() throws IOException {
    assertThat(files.bring(REAL, Actor.CONSOLE)).isEqualTo(new Brought.Entered(13, 0, 0));
    assertThat(files.bring(REAL, Actor.CONSOLE)).isEqualTo(new Brought.Entered(0, 0, 13));
    assertThat(rollout.listFacts(now("2026-11-26"))).allMatch(fact -> !fact.held().example());
  }

  @Test
  void eachDayHasThePromisesThatHeldOnIt() throws IOException {
    files.bring(REAL, Actor.CONSOLE);
    assertThat(rollout.listCommitments(now("2018-07-25")))
        .extracting(Commitment::code)
        .containsExactlyInAnyOrder("fibre-tout-le-territoire", "plan-fibre");
    assertThat(rollout.listCommitments(now("2023-06-01")))
        .extracting(Commitment::code)
        .contains("l33-13-fin-2020", "l33-13-fin-2022");
    assertThat(rollout.listCommitments(now("2024-06-01")))
        .extracting(Commitment::code)
        .doesNotContain("l33-13-fin-2022");
    assertThat(rollout.listCommitmentsSoFar(now("2024-06-01")))
        .as("a missed day stays in sight")
        .extracting(Commitment::code)
        .contains("l33-13-fin-2022");
    assertThat(rollout.listInstruments(now("2024-06-01"))).hasSize(4);
    assertThat(rollout.listInstruments(now("2014-12-31"))).isEmpty();
  }

  @Test
  void eachCountHasItsOwnDenominatorSourceAndDay() throws IOException {
    files.bring(REAL, Actor.CONSOLE);
    var counts = rollout.listCounts(now("2026-11-26"));
    assertThat(counts).hasSize(1);
    var city = counts.getFirst();
    assertThat(city.amount().number()).contains(33025L);
    assertThat(city.amount().of()).contains(57113);
    assertThat(city.amount().share_percent().orElseThrow())
        .isCloseTo(57.8, org.assertj.core.api.Assertions.within(0.05));
    assertThat(city.source().on()).contains(LocalDate.of(2020, 10, 8));
    assertThat(rollout.listCounts(now("2020-10-07"))).isEmpty();
  }

  @Test
  void whatWasNotKnownYetIsLeftOut() throws IOException {
    files.bring(REAL, Actor.CONSOLE);
    var late = LocalDate.of(2026, 11, 26);
    assertThat(rollout.listFacts(new AsOf(late, Instant.EPOCH))).isEmpty();
    assertThat(rollout.listCommitments(new AsOf(late, Instant.EPOCH))).isEmpty();
  }

  private Commitment promised(String code) {
    return rollout.listCommitmentsSoFar(now("2026-11-26")).stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ofAPlanWhoseSourceNamesAPeriodAloneNoShareAndNoDayIsTold() throws IOException {
    files.bring(REAL, Actor.CONSOLE);
    assertThat(promised("plan-fibre").goal()).isEmpty();
    assertThat(promised("plan-fibre").due().map(Dated::written)).contains("2022");
    var whole = promised("l33-13-fin-2022");
    assertThat(whole.goal().orElseThrow().share_percent()).isEqualByComparingTo("100");
    assertThat(whole.due().map(Dated::written)).contains("2022-12-31");
  }

  @Test
  void aShareWithoutTheStateInWhichItIsMeasuredIsNoPromise() throws IOException {
    var text = Files.readString(REAL);
    assertThat(bring(text.replace("\"measured\": \"connectable\",", "")))
        .isInstanceOf(Brought.Unreadable.class);
    assertThat(rollout.listCommitments(now("2026-11-26"))).isEmpty();
  }

  private static String fact(int number) {
    return """
    {"facts":[{"code":"essai","kind":"count","title":{"fr":"Essai"},"on":"2020-01","number":%d,
      "unit":"dwellings","dwellings":100,"source":{"title":"Essai"}}]}
    """
        .formatted(number);
  }

  @Test
  void aCorrectionIsANewVersionAndWhatWasSaidBeforeStaysKnown() throws IOException {
    assertThat(bring(fact(40))).isEqualTo(new Brought.Entered(1, 0, 0));
    var before = clock.instant();
    assertThat(bring(fact(41))).isEqualTo(new Brought.Entered(0, 1, 0));
    var day = LocalDate.of(2020, 2, 1);
    assertThat(rollout.listFacts(new AsOf(day, before)).getFirst().amount().number()).contains(40L);
    assertThat(rollout.listFacts(now("2020-02-01")).getFirst().amount().number()).contains(41L);
    assertThat(rollout.listFacts(now("2020-02-01")).getFirst().on().written()).isEqualTo("2020-01");
  }

  @Test
  void aFileWithOneFaultLeavesNothingBehind() throws IOException {
    var twice =
        fact(40)
            .replace("]}", "," + fact(40).replaceAll("(?s)^\\{\"facts\":\\[|]}\\s*$", "") + "]}");
    for (var bad :
        java.util.List.of(
            "",
            "{",
            "[]",
            "{\"facts\":[{}]}",
            fact(101),
            twice,
            fact(1).replace("\"fr\"", "\"en\""),
            fact(1).replace("2020-01", "hier"),
            fact(1).replace("\"count\"", "\"rumour\""),
            fact(1).replace("}]}", ",\"x\":1}]}"))) {
      assertThat(bring(bad)).as(bad).isInstanceOf(Brought.Unreadable.class);
    }
    assertThat(rollout.listFacts(now("2026-11-26"))).isEmpty();
  }
}

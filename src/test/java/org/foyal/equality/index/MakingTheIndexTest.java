package org.foyal.equality.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.foyal.HouseTest;
import org.foyal.equality.measure.Composite.Contribution;
import org.foyal.equality.measure.Ranking;
import org.foyal.equality.registry.Indicator.Part;
import org.foyal.equality.registry.Indicators;
import org.foyal.equality.registry.Reading;
import org.foyal.equality.registry.Registry;
import org.foyal.shell.StartRefused;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The index of each night can be made again; where too little is known there is none.
@HouseTest
class MakingTheIndexTest {
  @Autowired Indexing indexing;
  @Autowired IndexCommand command;
  @Autowired Registry registry;
  @Autowired Territory territory;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired MockMvcTester web;

  @BeforeEach
  void aCity() {
    new TwoNeighbourhoods(sql, events).settle();
    sql.sql("truncate equality.index_run, equality.value").update();
  }

  @AfterEach
  void nothingIsLeft() {
    sql.sql("truncate equality.index_run, equality.value").update();
  }

  private String told(String... words) {
    var out = new ByteArrayOutputStream();
    command.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSameNightTwiceIsOneLineAndWhereTooLittleIsKnownThereIsNoIndex() {
    var made = indexing.make();
    assertThat(made).isEqualTo(new Indexing.Made(true, 2, 0));
    assertThat(indexing.make().fresh()).isFalse();
    assertThat(indexing.verify()).isEqualTo(new Indexing.Verified(1, List.of()));
  }

  @Test
  void aNightThatSomebodyChangedIsFound() {
    sql.sql(
            """
            insert into equality.index_run (day, method, inputs, outputs, digest, made_at)
            values ('2026-11-01', '1', '{"972990101":{}}', '{"972990101":{"subjects":{},"known":1.0,"score":99.0}}',
              'none', now()), ('2026-11-02', '0', '{}', '{}', 'none', now())
            """)
        .update();
    assertThat(indexing.verify().different()).containsExactly("2026-11-01 1", "2026-11-02 0");
    assertThat(told("verify")).contains("2026-11-01 1");
  }

  /// Before places were kept a night was written without them: it is made again as it was.
  @Test
  void aNightOfBeforePlacesIsMadeAgainAsItWas() {
    sql.sql(
            """
            insert into equality.index_run (day, method, inputs, outputs, digest, made_at)
            select '2026-11-01', '1', had.inputs, had.outputs,
              encode(sha256(convert_to(had.inputs, 'UTF8') || '\\x00' || convert_to(had.outputs, 'UTF8')), 'hex'), now()
            from (values ('{"972990101":{"fibre.connectable":0.5}}',
              '{"972990101":{"subjects":{},"known":0.0625,"score":null}}')) as had (inputs, outputs)
            """)
        .update();
    assertThat(indexing.verify()).isEqualTo(new Indexing.Verified(1, List.of()));
  }

  /// Everything so far between its goalposts, devices so far of their own.
  private void know(String area, double of, double devices) {
    var readings = new ArrayList<Reading>();
    for (var one : Indicators.scored()) {
      var posts = one.posts().orElseThrow();
      double at = one.part() == Part.DEVICES ? devices : of;
      double value = posts.floor() + at * (posts.objective() - posts.floor());
      boolean counted = one.key().equals("skills.independent");
      readings.add(
          new Reading(
              readings.size() + 1,
              one.key(),
              area,
              "2026-T2",
              counted
                  ? new Reading.Told(Math.round(200 * value), 200L, null)
                  : new Reading.Told(null, null, value),
              "essai",
              LocalDate.of(2026, 6, 30)));
    }
    assertThat(registry.keep(readings).refused()).isEmpty();
  }

  /// Three that chance and choices put in any order, and two above them. The digest is that of the
  /// night as it was first drawn: where it changes, every night that a city has kept would look
  /// changed. That is a new form of a night.
  @Test
  void aNightKeepsPlacesAndTheChanceOfWhatWasCountedAndComesOutAsItDid() {
    var codes = new TwoNeighbourhoods(sql, events).andThreeMore();
    know(codes.get(0), 0.46, 0.66);
    know(codes.get(1), 0.5, 0.5);
    know(codes.get(2), 0.55, 0.38);
    know(codes.get(3), 0.7, 0.7);
    know(codes.get(4), 0.9, 0.9);
    assertThat(indexing.make()).isEqualTo(new Indexing.Made(true, 5, 5));
    assertThat(indexing.verify()).isEqualTo(new Indexing.Verified(1, List.of()));
    var run =
        sql.sql("select form, inputs, outputs, digest from equality.index_run").query().singleRow();
    assertThat(run).containsEntry("form", 2);
    assertThat(String.valueOf(run.get("inputs")))
        .contains("\"skills.independent\":{\"value\":0.37,\"count\":74,\"of\":200}");
    assertThat(String.valueOf(run.get("outputs")))
        .contains("{\"code\":\"" + codes.get(3) + "\",\"median\":4.0,\"from\":4,\"to\":4,")
        .contains("{\"code\":\"" + codes.get(4) + "\",\"median\":5.0,\"from\":5,\"to\":5,");
    assertThat(run)
        .containsEntry(
            "digest", "10ee8e673ace1657683b32db28401defdaf610c93df04ce4f88791ec7415ca89");
  }

  @Test
  void theConsoleMakesVerifiesAndSaysWhatItDoesNotUnderstand() {
    assertThat(told("make")).contains("2");
    assertThat(told("verify")).contains("0");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> told("guess"))
        .isInstanceOf(StartRefused.class);
  }

  @Test
  void aSubjectNeedsTwoThirdsOfItsWeightAndTheIndexEverySubject() {
    var values = new HashMap<String, Double>();
    Methods.latest().indicators().forEach(one -> values.put(one.key(), one.posts().objective()));
    assertThat(EqualityIndex.of(Methods.latest(), values).score().orElseThrow())
        .isCloseTo(100, within(1e-9));
    values.remove("wifi.near");
    assertThat(EqualityIndex.of(Methods.latest(), values).score()).isPresent();
    values.remove("mobile.covered");
    var thin = EqualityIndex.of(Methods.latest(), values);
    assertThat(thin.score()).isEmpty();
    assertThat(thin.subjects()).doesNotContainKey("connectivity").containsKey("support");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatEachSubjectAddsSumsToTheGapWithTheCity(long seed) {
    var made = Simulation.of(9, seed);
    for (var quarter : made.quarters()) {
      double sum =
          quarter.index().beside(made.city(), Methods.latest()).stream()
              .mapToDouble(Contribution::amount)
              .sum();
      assertThat(sum)
          .isCloseTo(Math.log(quarter.score() / made.city().score().orElseThrow()), within(1e-9));
    }
    assertThat(Simulation.of(9, seed)).isEqualTo(made);
  }

  /// Sobol: what each choice moves alone is no more than what it moves with the others, nor all of
  /// them alone more than everything, but for what an estimate strays.
  @Test
  void whatThePlacesHangOnIsToldByChoice() {
    var choices = Simulation.of(20, 3).choices();
    assertThat(choices).extracting(Ranking.Weight::choice).containsExactly(Ranking.Choice.values());
    assertThat(choices)
        .allSatisfy(one -> assertThat(one.first()).isLessThanOrEqualTo(one.total() + 0.1));
    assertThat(choices.stream().mapToDouble(Ranking.Weight::first).sum()).isLessThan(1.1);
    assertThat(choices.stream().mapToDouble(Ranking.Weight::total).sum()).isGreaterThan(0.9);
  }

  @Test
  void whatHelpsMostComesFirstAndNothingMakesItWorse() {
    var made = Simulation.of(9, 1);
    var choices = Helping.rank(Methods.latest(), made.quarters(), 27);
    assertThat(choices)
        .hasSize(27)
        .allSatisfy(one -> assertThat(one.after()).isGreaterThanOrEqualTo(one.before() - 1e-9))
        .isSortedAccordingTo((a, b) -> Double.compare(b.gain(), a.gain()));
  }

  @Test
  void theSimulationSaysThatItIsOneAndNamesNoRealArea() {
    for (var language : List.of("fr", "en", "gcf")) {
      var answer = web.get().uri("/" + language + "/equality/simulation").exchange();
      assertThat(answer).hasStatusOk();
      var page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
      assertThat(page.split("watermark", -1)).hasSize(5);
      assertThat(territory.listAreas(Area.Kind.IRIS)).hasSize(2);
      for (var area : territory.listAreas(Area.Kind.IRIS)) {
        assertThat(page).doesNotContain(area.code()).doesNotContain(area.name());
      }
    }
  }
}

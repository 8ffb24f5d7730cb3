package org.foyal.equality.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.foyal.HouseTest;
import org.foyal.equality.registry.Feeding;
import org.foyal.equality.registry.Indicators;
import org.foyal.equality.registry.Reading;
import org.foyal.equality.registry.Registry;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What everybody is told of a neighbourhood: what is known, beside the city, and what is not.
@HouseTest
class TellingWhatIsKnownTest {
  private static final String WEST = TwoNeighbourhoods.WEST;

  @Autowired Registry registry;
  @Autowired Feeding feeding;
  @Autowired Sheets sheets;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired MockMvcTester web;

  @BeforeEach
  void scoresOfTwoNeighbourhoods() {
    new TwoNeighbourhoods(sql, events).settle();
    sql.sql("truncate equality.value").update();
    feeding.feed();
  }

  @AfterEach
  void nothingIsLeft() {
    sql.sql("truncate equality.value").update();
  }

  private String page(String address) {
    var answer = web.get().uri(address).exchange();
    assertThat(answer).hasStatusOk();
    return new String(
        answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void aGapIsTakenApartExactlyAndWhatRoundingLeavesIsTold() {
    var own =
        Map.of(
            "score_global", 112.0,
            "acces_information", 139.0,
            "acces_interfaces_numeriques", 101.0,
            "competences_administratives", 128.0,
            "competences_numeriques_scolaires", 82.0);
    var city =
        Map.of(
            "score_global", 100.0,
            "acces_information", 100.0,
            "acces_interfaces_numeriques", 101.0,
            "competences_administratives", 98.0,
            "competences_numeriques_scolaires", 103.0);
    var found = Fragility.of(own, city).orElseThrow();
    assertThat(found.parts()).extracting(Fragility.Part::axis).startsWith("acces_information");
    assertThat(found.parts().getFirst().points()).isCloseTo(13, within(1e-9));
    double sum = found.parts().stream().mapToDouble(Fragility.Part::points).sum();
    assertThat(sum + found.rounding()).isCloseTo(found.gap(), within(1e-9));
  }

  @Test
  void aNeighbourhoodIsToldInSentencesBesideTheCityInEachLanguage() {
    double city = (1957 * 112 + 888 * 101) / (1957.0 + 888);
    var line = sheets.find(WEST).orElseThrow().find("score_global").orElseThrow();
    assertThat(line.city().orElseThrow()).isCloseTo(city, within(1e-9));
    assertThat(page("/fr/equality/" + WEST)).contains("3,4 points de plus que la ville");
    assertThat(page("/en/equality/" + WEST)).contains("3.4 points above the city");
    assertThat(page("/gcf/equality/" + WEST)).contains("pwen anlè vil-la");
  }

  @Test
  void whatNobodyKnowsIsNamedAndThereIsNoScore() {
    var page = page("/en/equality/" + WEST);
    assertThat(page)
        .contains("What we do not know")
        .contains("Households with a computer")
        .contains("There is no overall score yet.");
    assertThat(sheets.find(WEST).orElseThrow().knownOfIndex()).isZero();
  }

  private void unmet(String area, long count, long of) {
    unmet(area, "2026-T2", LocalDate.of(2026, 6, 30), count, of);
  }

  private void unmet(String area, String period, LocalDate asOf, long count, long of) {
    registry.keep(
        List.of(
            new Reading(
                1,
                "learning.unmet",
                area,
                period,
                new Reading.Told(count, of, null),
                "essai",
                asOf)));
  }

  /// Newcombe 1998: 56 of 70 less 48 of 80 is 0.2, 0.0524 to 0.3339.
  @Test
  void aGapWithTheRestOfTheCityThatIsMoreThanChanceIsToldSo() {
    unmet(WEST, 56, 70);
    unmet(TwoNeighbourhoods.EAST, 48, 80);
    var line = sheets.find(WEST).orElseThrow().find("learning.unmet").orElseThrow();
    var beside = line.beside().orElseThrow();
    assertThat(beside.gap()).isCloseTo(0.2, within(1e-12));
    assertThat(beside.interval().from()).isCloseTo(0.0524, within(5e-5));
    assertThat(beside.interval().to()).isCloseTo(0.3339, within(5e-5));
    assertThat(beside.shrunk()).isBetween(104 / 150.0, 0.8);
    assertThat(page("/en/equality/" + WEST))
        .contains("(+20 points, +5.2 to +33.4) is more than chance", "smoothed: ");
  }

  /// The same numbers as a change: 56 of 70 after 48 of 80.
  @Test
  void aChangeSinceThePeriodBeforeIsToldWhereItIsMoreThanChance() {
    unmet(WEST, "2026-T1", LocalDate.of(2026, 3, 31), 48, 80);
    unmet(WEST, 56, 70);
    unmet(TwoNeighbourhoods.EAST, "2026-T1", LocalDate.of(2026, 3, 31), 20, 40);
    unmet(TwoNeighbourhoods.EAST, 21, 40);
    assertThat(page("/en/equality/" + WEST))
        .contains("That is 20 points more than for 2026-T1 (+5.2 to +33.4).");
    assertThat(page("/en/equality/" + TwoNeighbourhoods.EAST)).doesNotContain("than for 2026-T1");
  }

  private void half(String area) {
    all(area, 0.5);
  }

  private void all(String area, double of) {
    int line = 1;
    var all = new java.util.ArrayList<Reading>();
    for (var one : Indicators.scored()) {
      var posts = one.posts().orElseThrow();
      all.add(
          new Reading(
              line++,
              one.key(),
              area,
              "2026-T2",
              new Reading.Told(
                  null, null, posts.floor() + of * (posts.objective() - posts.floor())),
              "essai",
              LocalDate.of(2026, 6, 30)));
    }
    assertThat(registry.keep(all).refused()).isEmpty();
  }

  /// Half way between its goalposts in everything: 50 in each subject, 50 overall.
  @Test
  void aNeighbourhoodOfWhichEnoughIsKnownHasItsIndexAndNoOtherHas() {
    half(WEST);
    assertThat(page("/en/equality/" + WEST)).contains("Score of equal access: 50 out of 100.");
    assertThat(page("/en/equality/" + TwoNeighbourhoods.EAST))
        .contains("There is no overall score yet.");
    assertThat(page("/en/equality")).contains("Neighbourhoods that have a score: 1 out of 2.");
    half(TwoNeighbourhoods.EAST);
    assertThat(page("/en/equality/" + WEST))
        .as("where there is no gap nothing weighs in it")
        .contains("The whole city: 50.")
        .doesNotContain("weighs most in the gap");
  }

  @Test
  void fiveNeighbourhoodsThatHaveAnIndexStandInGroupsWithTheirPossibleRanks() {
    var codes = new TwoNeighbourhoods(sql, events).andThreeMore();
    for (int i = 0; i < 4; i++) {
      all(codes.get(i), 0.1 + 0.2 * i);
    }
    assertThat(page("/en/equality/" + WEST)).doesNotContain("Its place");
    assertThat(page("/en/equality")).doesNotContain("id=\"groups\"");
    all(codes.getLast(), 0.9);
    assertThat(page("/en/equality/" + WEST))
        .contains(
            "Its place among the 5 neighbourhoods that have a score: in the half that has less")
        .contains("(possible rank: 1 to 1, 1 for", "What weighs most in the gap");
    assertThat(page("/fr/equality/" + codes.getLast()))
        .contains("dans la moitié qui a le plus", ": 5 à 5, 1 pour");
    assertThat(page("/en/equality"))
        .contains("Groups, not a ranking", "Neighbourhoods that have a score: 5 out of 5.")
        .contains("What moves the ranks", "The figure that is left out");
    assertThat(page("/gcf/equality/method")).contains("bin/index verify");
  }

  @Test
  void programsGetTheIndexWithItsRanksAndHowMuchOfItIsKnown() {
    assertThat(page("/api/equality/index.csv"))
        .startsWith(
            "area,area_name,method,known,score,connectivity,devices,skills,support,city_score,"
                + "gap_connectivity,gap_devices,gap_skills,gap_support,"
                + "group,rank_from,rank_to,rank_median,last_fifth,ranked\r\n"
                + WEST
                + ",Bourg d’Essai,1,0.0,,,,,,,,,,,,,,,,\r\n");
    var codes = new TwoNeighbourhoods(sql, events).andThreeMore();
    for (int i = 0; i < 5; i++) {
      all(codes.get(i), 0.1 + 0.2 * i);
    }
    var row = page("/api/equality/index.csv").lines().skip(1).findFirst().orElseThrow().split(",");
    assertThat(row).hasSize(20).startsWith(WEST, "Bourg d’Essai", "1");
    for (int subject = 4; subject <= 8; subject++) {
      assertThat(Double.parseDouble(row[subject])).isCloseTo(10, within(1e-9));
    }
    double gap = 0;
    for (int subject = 10; subject <= 13; subject++) {
      gap += Double.parseDouble(row[subject]);
    }
    assertThat(gap).isCloseTo(Math.log(10 / Double.parseDouble(row[9])), within(1e-9));
    assertThat(row).endsWith("1", "1", "1", "1.0", "1.0", "5");
    assertThat(page("/api/equality/index")).contains("\"last_fifth\":1.0,\"ranked\":5}");
    assertThat(web.get().uri("/api/equality/index?a=1").exchange()).hasStatus(400);
    assertThat(web.get().uri("/api/equality/index.csv?a=1").exchange()).hasStatus(400);
  }

  @Test
  void aGapOfFewPeopleMayBeChance() {
    unmet(WEST, 6, 11);
    unmet(TwoNeighbourhoods.EAST, 5, 12);
    assertThat(page("/en/equality/" + WEST)).contains("may be chance");
  }

  @Test
  void theCityHasAMapATableAndAMethod() {
    assertThat(page("/en/equality?show=score_global"))
        .contains("equal-5")
        .contains("Outlines are not official")
        .contains("Known of 2 neighbourhoods out of 2");
    assertThat(page("/en/equality?show=nonsense")).contains("Digital fragility in 2020");
    assertThat(page("/gcf/equality/method")).contains("E2SFCA");
    assertThat(web.get().uri("/fr/equality/999999999").exchange()).hasStatus(404);
  }

  @Test
  void programsGetTheSameWithIntervalAndSource() {
    registry.keep(
        List.of(
            new Reading(
                1,
                "fibre.connectable",
                WEST,
                "2026-T2",
                new Reading.Told(5L, 11L, null),
                "=essai",
                LocalDate.of(2026, 6, 30))));
    var csv = page("/api/equality.csv");
    assertThat(csv).contains("fibre.connectable,SHARE,2026-T2,1,0.45454545").contains("'=essai");
    assertThat(page("/api/equality"))
        .contains("\"numerator\":5")
        .contains("\"interval_from\":0.2127");
    assertThat(web.get().uri("/api/equality?area=1").exchange()).hasStatus(400);
  }

  /// The rule of the house: what a demonstration invented never speaks of a real area.
  @Test
  void aPlantedSyntheticFigureIsInNoPageAndNoFile() {
    Figures planted =
        _ ->
            List.of(
                new Figure(
                    "fibre.connectable",
                    WEST,
                    777,
                    OptionalLong.of(999),
                    LocalDate.of(2026, 6, 30),
                    true));
    feeding.with(planted).feed();
    assertThat(page("/api/equality.csv")).doesNotContain("777");
    assertThat(page("/fr/equality/" + WEST)).doesNotContain("77,8");
    Figures real =
        _ ->
            List.of(
                new Figure(
                    "fibre.connectable",
                    WEST,
                    777,
                    OptionalLong.of(999),
                    LocalDate.of(2026, 6, 30),
                    false));
    feeding.with(real).feed();
    assertThat(page("/api/equality.csv")).contains("777");
  }
}

package org.foyal.fibre.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.foyal.HouseTest;
import org.foyal.fibre.coverage.AreaCoverage.Behind;
import org.foyal.fibre.coverage.AreaCoverage.Homes;
import org.foyal.fibre.files.Delivering;
import org.foyal.fibre.files.FibreFiles;
import org.foyal.fibre.files.Ipe;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Period;
import org.foyal.kernel.Position;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// How far the fibre is in each neighbourhood, on any day and as it was known then.
@HouseTest
class FollowingTheCoverageTest {
  private static final LocalDate WINTER = LocalDate.of(2026, 1, 15);
  private static final LocalDate SPRING = LocalDate.of(2026, 4, 15);
  private static final LocalDate SUMMER = LocalDate.of(2026, 7, 15);
  private static final Position EAST = new Position(14.61, -61.07);
  private static final String AT = "/fr/fibre/coverage";

  @Autowired FibreFiles files;
  @Autowired FibreCoverage coverage;
  @Autowired FibreFigures figures;
  @Autowired Forecasts forecasts;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired MockMvcTester web;
  @TempDir Path folder;

  private Delivering delivering;

  @BeforeEach
  void aCityOfWhichNoFibreIsKnown() {
    new TwoNeighbourhoods(sql, events).settle();
    Delivering.clear(sql);
    sql.sql("truncate fibre.forecast").update();
    delivering = new Delivering(files, folder);
  }

  @AfterEach
  void nothingIsLeftForOthers() {
    Delivering.clear(sql);
    sql.sql("truncate fibre.forecast").update();
  }

  /// Two homes in the west, promised for March; three in the east, promised for June.
  private static Ipe file(String west, String westDay, String east, String eastDay) {
    var row = Ipe.building("IMB/E", EAST, "EtatImmeuble", east, "DateCablageAdresse", eastDay);
    row.put("NombreLogementsAdresseIPE", "3");
    row.put("NumeroVoieImmeuble", "14");
    var first = Ipe.building("IMB/W", "EtatImmeuble", west, "DateCablageAdresse", westDay);
    var ipe = new Ipe();
    for (var one : List.of(first, row)) {
      one.put("EtatPM", "DEPLOYE");
      one.put("DatePremiereMADPM", "20260110");
      one.put("DateMiseEnServiceCommercialePM", "20260410");
      ipe.and(one);
    }
    return ipe;
  }

  private void threeFiles() {
    delivering.apply("0115", file("CIBLE", "20260301", "CIBLE", "20260601"));
    delivering.apply("0415", file("DEPLOYE", "20260405", "EN COURS DE DEPLOIEMENT", "20260601"));
    delivering.apply("0715", file("DEPLOYE", "20260405", "EN COURS DE DEPLOIEMENT", "20991201"));
  }

  private AreaCoverage area(String area, LocalDate day) {
    return coverage.find(Question.of(day)).orElseThrow().find(area).orElseThrow();
  }

  @Test
  void eachNeighbourhoodIsCountedOnItsDay() {
    threeFiles();
    assertThat(area(TwoNeighbourhoods.WEST, WINTER).homes()).isEqualTo(new Homes(2, 0, 0, 0));
    assertThat(area(TwoNeighbourhoods.WEST, SPRING).homes()).isEqualTo(new Homes(2, 2, 0, 2));
    assertThat(area(TwoNeighbourhoods.EAST, SUMMER).homes()).isEqualTo(new Homes(3, 0, 0, 0));
    var city = coverage.find(Question.of(SUMMER)).orElseThrow();
    assertThat(city.all().homes()).isEqualTo(new Homes(5, 2, 0, 2));
    assertThat(city.file()).isEqualTo(SUMMER);
    assertThat(coverage.history(Question.of(SUMMER)))
        .extracting(Point::connectable)
        .containsExactly(0L, 2L, 2L);
  }

  @Test
  void nothingCanBeOrderedBeforeTheCabinetOpensToResidents() {
    delivering.apply("0115", file("DEPLOYE", "20260105", "CIBLE", ""));
    assertThat(area(TwoNeighbourhoods.WEST, WINTER).homes()).isEqualTo(new Homes(2, 2, 0, 0));
    assertThat(area(TwoNeighbourhoods.WEST, LocalDate.of(2026, 4, 10)).homes())
        .isEqualTo(new Homes(2, 2, 0, 2));
  }

  @Test
  void aNewDayMakesNothingLessLate() {
    threeFiles();
    assertThat(area(TwoNeighbourhoods.EAST, SPRING).behind()).isEqualTo(Behind.NONE);
    assertThat(area(TwoNeighbourhoods.EAST, LocalDate.of(2026, 7, 1)).behind())
        .isEqualTo(new Behind(3, 0, 0));
    assertThat(area(TwoNeighbourhoods.EAST, SUMMER).behind()).isEqualTo(new Behind(3, 3, 0));
    assertThat(area(TwoNeighbourhoods.WEST, SUMMER).behind()).isEqualTo(new Behind(0, 0, 2));
  }

  @Test
  void theWaitRunsFromTheFirstFileToTheOneInWhichItIsDeployed() {
    threeFiles();
    assertThat(area(TwoNeighbourhoods.WEST, SUMMER).waited_days()).contains(90);
    assertThat(area(TwoNeighbourhoods.EAST, SUMMER).waited_days()).isEmpty();
  }

  @Test
  void whatWasNotKnownThenIsLeftOut() {
    threeFiles();
    sql.sql("update fibre.building set learned_at = '2026-04-16' where true_from <= '2026-04-15'")
        .update();
    sql.sql("update fibre.delivery set learned_at = '2026-04-16' where as_of <= '2026-04-15'")
        .update();
    var then = new Question(SUMMER, Optional.of(LocalDate.of(2026, 5, 1)), false);
    assertThat(coverage.find(then).orElseThrow().file()).isEqualTo(SPRING);
    assertThat(coverage.find(new Question(SUMMER, Optional.of(SPRING), false))).isEmpty();
    assertThat(coverage.find(Question.of(SUMMER)).orElseThrow().file()).isEqualTo(SUMMER);
  }

  private void invented() {
    sql.sql("insert into fibre.operator values ('EXMP', 'Essai', true)").update();
  }

  @Test
  void examplesAreInNoFigureAndNameNoNeighbourhood() {
    invented();
    threeFiles();
    assertThat(coverage.find(Question.of(SUMMER))).isEmpty();
    assertThat(figures.figures(new Period(LocalDate.of(2000, 1, 1), SUMMER))).isEmpty();
    assertThat(web.get().uri("/api/fibre/coverage.csv"))
        .hasStatusOk()
        .bodyText()
        .doesNotContain(TwoNeighbourhoods.WEST, TwoNeighbourhoods.EAST);
    assertThat(web.get().uri(AT)).hasStatusOk().bodyText().contains("example=yes");
    assertThat(web.get().uri(AT + "?example=yes"))
        .hasStatusOk()
        .bodyText()
        .contains("inventé", "Quartier 1 (exemple)")
        .doesNotContain("Morne Épreuve", "Bourg d’Essai");
  }

  @Test
  void theFiguresSayEachNeighbourhoodAsOfItsLastFile() {
    threeFiles();
    var told = figures.figures(new Period(LocalDate.of(2000, 1, 1), SUMMER));
    assertThat(told)
        .filteredOn(one -> one.areaCode().equals(TwoNeighbourhoods.WEST))
        .extracting(Figure::key, Figure::count)
        .contains(
            org.assertj.core.groups.Tuple.tuple("fibre.connectable", 2L),
            org.assertj.core.groups.Tuple.tuple("fibre.orderable", 2L),
            org.assertj.core.groups.Tuple.tuple("fibre.late", 0L),
            org.assertj.core.groups.Tuple.tuple("fibre.median-wait", 90L));
    assertThat(told).allMatch(one -> !one.synthetic() && one.asOf().equals(SUMMER));
    assertThat(told)
        .filteredOn(one -> one.areaCode().equals(TwoNeighbourhoods.EAST))
        .extracting(Figure::key)
        .doesNotContain("fibre.median-wait");
  }

  @Test
  void thePageSaysInATableAndOnAMapWhatFilesTell() {
    threeFiles();
    assertThat(web.get().uri(AT + "?on=2026-07-15"))
        .hasStatusOk()
        .bodyText()
        .contains("Morne Épreuve", "class=\"cover-5\"", "juillet 2026", "En retard");
    assertThat(web.get().uri(AT + "?on=2099-01-01&then=yes"))
        .hasStatusOk()
        .bodyText()
        .contains("Écrivez un jour passé");
  }

  @Test
  void filesSpeakForTheCityOnlyWhereTheyTellOfAllOfIt() {
    threeFiles();
    count("ville", WINTER, 1, 5);
    assertThat(web.get().uri("/fr/fibre/brief"))
        .hasStatusOk()
        .bodyText()
        .contains("2 logements ou locaux sur 5", "Morne Épreuve");
    count("recensement", SPRING, 1, 100);
    assertThat(web.get().uri("/fr/fibre/brief"))
        .bodyText()
        .contains("1 logements ou locaux sur 100");
    assertThat(web.get().uri(AT)).bodyText().contains("pas pour toute la ville");
  }

  @Test
  void countsOfDifferentWholesAreNeverInOneCurve() throws IOException {
    count("ville-a", LocalDate.of(2017, 9, 30), 10_501, 49_857);
    count("ville-b", LocalDate.of(2018, 3, 31), 16_884, 49_857);
    count("ville-c", LocalDate.of(2020, 10, 8), 33_025, 57_113);
    var page = web.get().uri(AT).exchange().getResponse().getContentAsString();
    assertThat(page.split("class=\"curve\"", -1)).hasSize(3);
    assertThat(page.split("<polyline", -1)).hasSize(2);
    assertThat(web.get().uri("/fr/fibre/brief"))
        .bodyText()
        .contains("le total a changé")
        .contains("il en faut au moins 5");
    assertThat(forecasts.make()).isZero();
  }

  private void count(String code, LocalDate on, int number, int of) {
    sql.sql(
            """
            insert into fibre.fact (code, kind, title, amount, unit, of_premises, source_title,
              true_from, true_precision, learned_at)
            values (:code, 'COUNT', '{"fr":"Essai"}', :number, 'PREMISES', :of, 'Essai', :on, 'DAY',
              :learned)
            """)
        .param("code", code)
        .param("number", number)
        .param("of", of)
        .param("on", on)
        .param("learned", LocalDate.of(2026, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Test
  void aForecastIsKeptAsItWasMadeAndMadeAnewOnceMoreIsKnown() {
    var today = coverage.today();
    for (int i = 6; i >= 0; i--) {
      count("ville-" + i, today.minusDays(100L * i), 30_000 - 3_000 * i, 49_857);
    }
    assertThat(forecasts.make()).isOne();
    assertThat(forecasts.make()).isZero();
    var made = forecasts.list(Question.of(today)).getFirst().forecast();
    assertThat(made.points()).isEqualTo(7);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> sql.sql("update fibre.forecast set low = 0").update())
        .hasMessageContaining("never changed");
    assertThat(web.get().uri(AT)).hasStatusOk().bodyText().contains("entre ", "pas encore connu");
  }
}

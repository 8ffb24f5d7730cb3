package org.foyal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.foyal.fibre.coverage.FibreCoverage;
import org.foyal.fibre.coverage.FibreFigures;
import org.foyal.fibre.coverage.Question;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The demonstration's network is delivered as operators deliver theirs, follows what was
/// published, and is in no figure of the real city.
@SpringBootTest(
    properties = {
      "spring.config.additional-location=file:cities/fort-de-france/city.properties",
      "foyal.demo.reports=120",
      "foyal.demo.station-days=0",
      "foyal.shell.data=target/house/${random.uuid}"
    })
@AutoConfigureMockMvc
class DeliveringAnExampleNetworkTest {
  @Autowired FibreCoverage coverage;
  @Autowired FibreFigures figures;
  @Autowired JdbcClient sql;
  @Autowired MockMvcTester web;

  private long count(String what) {
    return sql.sql("select count(*) from fibre." + what).query(Long.class).single();
  }

  @ParameterizedTest
  @CsvSource({
    "2016-01-21,400",
    "2017-09-30,10501",
    "2017-12-31,13386",
    "2018-03-31,16884",
    "2020-10-08,33025"
  })
  void itsTotalsAreThoseThatWerePublished(LocalDate day, long connectable) {
    var example = coverage.find(new Question(day, java.util.Optional.empty(), true)).orElseThrow();
    assertThat(example.all().homes().connectable()).isEqualTo(connectable);
  }

  @Test
  void allOfItIsMarkedAndNothingOfItIsDoubted() {
    assertThat(count("building")).isPositive();
    assertThat(count("building where not example")).isZero();
    assertThat(count("cabinet where not example")).isZero();
    assertThat(count("refused_row")).isZero();
    assertThat(count("doubt")).isZero();
    var last = coverage.find(new Question(coverage.today(), java.util.Optional.empty(), true));
    assertThat(last.orElseThrow().all().behind().late()).isPositive();
    assertThat(last.orElseThrow().all().behind().replanned()).isPositive();
    assertThat(last.orElseThrow().all().behind().cameLate()).isPositive();
    assertThat(sql.sql("select count(distinct ref) from fibre.cabinet").query(Long.class).single())
        .isEqualTo(150);
  }

  @Test
  void theCitysFigureIsWhatTheCityPublished() {
    var told = figures.figures(new Period(LocalDate.of(2000, 1, 1), coverage.today()));
    assertThat(told)
        .containsExactly(
            new Figure(
                "fibre.connectable",
                "97209",
                33_025,
                java.util.OptionalLong.of(57_113),
                LocalDate.of(2020, 10, 8),
                false));
    assertThat(coverage.find(Question.of(coverage.today()))).isEmpty();
  }

  @Test
  void thePublicFilesHoldWhatWasPublishedAlone() {
    assertThat(web.get().uri("/data/fibre.csv"))
        .hasStatusOk()
        .bodyText()
        .contains("10501", "13386", "16884", "33025,57113")
        .doesNotContain("EXEMPLE", "area,");
    assertThat(web.get().uri("/fr/fibre/brief"))
        .hasStatusOk()
        .bodyText()
        .contains("57,8", "manqué")
        .doesNotContain("EXMP");
  }
}

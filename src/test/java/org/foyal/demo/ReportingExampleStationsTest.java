package org.foyal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Properties;
import org.foyal.kernel.Period;
import org.foyal.shell.ShellSettings;
import org.foyal.things.alerts.ThingAlerts;
import org.foyal.things.devices.Devices;
import org.foyal.things.figures.ThingFigures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Invented stations report a year of readings as any object does, marked as such, once.
@SpringBootTest(
    properties = {
      "spring.config.additional-location=file:cities/fort-de-france/city.properties",
      "foyal.demo.reports=120",
      "foyal.demo.station-days=75",
      "foyal.shell.data=target/house/${random.uuid}"
    })
@AutoConfigureMockMvc
class ReportingExampleStationsTest {
  @Autowired StationLoader stations;
  @Autowired ThingFigures figures;
  @Autowired ThingAlerts alerts;
  @Autowired Devices devices;
  @Autowired ShellSettings shell;
  @Autowired JdbcClient sql;

  @BeforeEach
  void allHasBeenReported() throws InterruptedException {
    stations.await();
  }

  private long count(String what) {
    return sql.sql("select count(*) from things." + what).query(Long.class).single();
  }

  @Test
  void allOfItIsMarkedAndSaysSoInItsName() {
    assertThat(count("thing")).isEqualTo(12);
    for (var table :
        new String[] {
          "thing", "location", "sensor", "observed_property", "datastream", "feature_of_interest"
        }) {
      assertThat(count(table + " where example")).as(table).isPositive();
      assertThat(count(table + " where not example")).as(table).isZero();
    }
    assertThat(count("thing where name not like 'Exemple%'")).isZero();
  }

  @Test
  void eachSeriesHasAllItsReadingsInMonthsOfTheirOwnAndCountsThem() {
    assertThat(count("datastream where observations not between 1440 and 1800")).isZero();
    assertThat(count("observation"))
        .isEqualTo(
            sql.sql("select sum(observations) from things.datastream").query(Long.class).single());
    assertThat(count("observation_other")).isZero();
    assertThat(count("rollup_day")).isGreaterThan(24 * 65);
  }

  @Test
  void theyAreAtPlacesOfTheCity() {
    assertThat(
            sql.sql(
                    """
                    select count(*) from things.location
                    where not around <@ box(point(-61.13, 14.58), point(-61.02, 14.72))
                    """)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void readingsAreSuchAsTheyCouldBe() {
    var odd =
        sql.sql(
                """
                select d.name || ' ' || o.number from things.observation o
                join things.datastream d on d.id = o.datastream
                where not o.number between 0 and 250
                  and not (d.name = 'Niveau de la mer' and o.number between -0.4 and 0.4)
                limit 10
                """)
            .query(String.class)
            .list();
    assertThat(odd).isEmpty();
  }

  @Test
  void anAlertIsOpenForTheSensorThatAlwaysSaysTheSame() {
    alerts.pass();
    assertThat(alerts.listOpen())
        .extracting(one -> one.rule() + " – " + one.source().thingName())
        .contains("Exemple : Bruit de fond (LA90, 1 h) – Exemple : bruit à Sainte-Thérèse")
        .doesNotContain(
            "Exemple : Bruit de fond (LA90, 1 h) – Exemple : bruit aux Terres-Sainville");
  }

  @Test
  void noFigureCountsThem() {
    var today = LocalDate.now(ZoneOffset.UTC);
    assertThat(figures.figures(new Period(LocalDate.of(2000, 1, 1), today))).isEmpty();
  }

  @Test
  void anotherStartAddsNothing() throws Exception {
    long before = count("observation");
    stations.run(new DefaultApplicationArguments());
    stations.await();
    assertThat(count("observation")).isEqualTo(before);
    assertThat(count("thing")).isEqualTo(12);
  }

  @Test
  void theKeyThatIsWrittenDownLetsExamplesInAndNothingElse() throws IOException {
    var keys = new Properties();
    try (var reader =
        Files.newBufferedReader(shell.data().resolve("demo-credentials.properties"))) {
      keys.load(reader);
    }
    var writer =
        devices.find(keys.getProperty("things.username"), keys.getProperty("things.password"));
    assertThat(writer).hasValueSatisfying(one -> assertThat(one.example()).isTrue());
  }
}

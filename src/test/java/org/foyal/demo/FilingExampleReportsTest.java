package org.foyal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The demonstration files invented reports in the background, marked as such, once.
@SpringBootTest(
    properties = {
      "spring.config.additional-location=file:cities/fort-de-france/city.properties",
      "foyal.demo.reports=120",
      "foyal.demo.station-days=0",
      "foyal.shell.data=target/house/${random.uuid}"
    })
@AutoConfigureMockMvc
class FilingExampleReportsTest {
  @Autowired ExampleReports examples;
  @Autowired Accounts accounts;
  @Autowired Categories categories;
  @Autowired ShellSettings shell;
  @Autowired JdbcClient sql;
  @Autowired MockMvcTester web;

  @BeforeEach
  void allAreFiled() throws Exception {
    examples.await();
    assertThat(shell.data().resolve("demo-reports.properties")).exists();
  }

  private int count(String what) {
    return sql.sql("select count(*) " + what).query(Integer.class).single();
  }

  @Test
  void theyAreMarkedAndNobodyIsInventedOrWrittenTo() {
    assertThat(count("from requests.report")).isBetween(100, 140);
    assertThat(count("from requests.report where not example")).isZero();
    assertThat(count("from cases.case_file where not example")).isZero();
    assertThat(count("from cases.asker")).isZero();
    assertThat(count("from post.letter where key like 'cases.%'")).isZero();
    assertThat(count("from requests.category where not example")).isZero();
    assertThat(count("from cases.department where name not like '%(exemple)'")).isZero();
    assertThat(count("from requests.category where accepted")).isZero();
  }

  @Test
  void theySpreadOverNeighbourhoodsChannelsAndWhatBecameOfThem() {
    assertThat(count("from (select distinct area from requests.report) quarters"))
        .isGreaterThan(20);
    assertThat(sql.sql("select distinct channel from cases.case_file").query(String.class).list())
        .hasSize(5);
    assertThat(sql.sql("select distinct state from cases.case_file").query(String.class).list())
        .hasSize(4);
    assertThat(count("from cases.case_file where merged_into is not null")).isPositive();
    assertThat(count("from cases.case_file where follows is not null")).isPositive();
    assertThat(count("from cases.case_file where state <> 'CLOSED' and promised_on < current_date"))
        .isPositive();
    assertThat(count("from cases.case_file where closed_on <= promised_on")).isPositive();
    assertThat(count("from cases.case_file where kind = 'requests' and department is null"))
        .isZero();
    assertThat(
            count(
                "from cases.entry where kind = 'OPENED' and rule is null and case_id in"
                    + " (select id from cases.case_file where kind = 'requests' and follows is null)"))
        .isZero();
  }

  @Test
  void aSecondStartAddsNothing() throws Exception {
    int before = count("from cases.entry");
    var agent =
        accounts.findByEmail("agent@exemple.invalid").map(a -> Actor.of(a, "test")).orElseThrow();
    var catalogue = Catalogue.read(Path.of("cities/fort-de-france"));
    assertThat(examples.load(catalogue, examples.streets(), agent)).isZero();
    assertThat(count("from cases.entry")).isEqualTo(before);
  }

  @Test
  void thePagesSayThatTheyAreExamples() {
    assertThat(web.get().uri("/fr/reports")).hasStatusOk().bodyText().contains("exemple");
    assertThat(web.get().uri("/fr/report"))
        .hasStatusOk()
        .bodyText()
        .contains("Rues et routes", "Plus d’eau au robinet", "Vivre ensemble");
    assertThat(categories.listForCrisis()).contains("route-coupee", "coupure-eau");
  }

  @Test
  void everyWordOfACategoryIsThereInThreeLanguages() throws Exception {
    var catalogue = Catalogue.read(Path.of("cities/fort-de-france"));
    assertThat(catalogue.categories())
        .hasSizeGreaterThan(25)
        .allSatisfy(line -> {
          assertThat(line.title()).containsOnlyKeys("fr", "en", "gcf");
          assertThat(line.group()).containsOnlyKeys("fr", "en", "gcf");
          assertThat(line.samples()).isNotEmpty();
          assertThat(line.asked()).allSatisfy(q -> assertThat(q.ask()).hasSize(3));
        });
  }
}

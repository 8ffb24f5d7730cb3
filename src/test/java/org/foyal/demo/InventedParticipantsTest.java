package org.foyal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The demonstration's workshops have invented people, marked as such, who are in no figure.
@SpringBootTest(
    properties = {
      "spring.config.additional-location=file:cities/fort-de-france/city.properties",
      "foyal.demo.reports=120",
      "foyal.shell.data=target/house/${random.uuid}"
    })
@AutoConfigureMockMvc
class InventedParticipantsTest {
  @Autowired JdbcClient sql;
  @Autowired MockMvcTester web;

  private int count(String what) {
    return sql.sql("select count(*) " + what).query(Integer.class).single();
  }

  @Test
  void theyAreMarkedAndNobodyIsWrittenTo() {
    assertThat(count("from learning.participation")).isGreaterThan(100);
    assertThat(count("from learning.participation where not example")).isZero();
    assertThat(count("from learning.learner where not example")).isZero();
    assertThat(count("from learning.learner where email is not null")).isZero();
    assertThat(count("from learning.learner where phone not like '063998%'")).isZero();
    assertThat(count("from post.letter where key like 'learning.%'")).isZero();
  }

  @Test
  void theyComeFromManyNeighbourhoodsByEveryWayAndSomeWaitOrStayAway() {
    assertThat(count("from (select distinct area from learning.learner) areas")).isGreaterThan(20);
    assertThat(
            sql.sql("select distinct channel from learning.participation")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("WEB", "COUNTER", "PHONE");
    assertThat(
            sql.sql("select distinct state from learning.participation").query(String.class).list())
        .contains("CONFIRMED", "WAITING", "OFFERED", "EXCUSED");
    assertThat(
            count(
                "from (select distinct reason from learning.participation where reason is not null) r"))
        .isGreaterThan(1);
    assertThat(count("from learning.participation_event where what = 'ACCEPTED'")).isPositive();
  }

  @Test
  void noFigureCountsThem() {
    assertThat(web.get().uri("/fr/workshops/figures"))
        .hasStatusOk()
        .bodyText()
        .contains("Nous ne savons pas encore", "un exemple ne compte jamais");
    assertThat(web.get().uri("/api/learning/figures"))
        .hasStatusOk()
        .bodyText()
        .contains("\"known\":false", "\"figures\":[]");
    assertThat(web.get().uri("/data/training.csv")).hasStatus(404);
    assertThat(web.get().uri("/data/places.csv"))
        .hasStatusOk()
        .bodyText()
        .contains("188 avenue Maurice-Bishop");
  }
}

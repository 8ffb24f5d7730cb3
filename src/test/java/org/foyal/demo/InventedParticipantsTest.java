package org.foyal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.foyal.learning.figures.PublishedByNight;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The demonstration's workshops have invented people, marked as such, who are in no figure.
@SpringBootTest(
    properties = {
      "spring.config.additional-location=file:cities/fort-de-france/city.properties",
      "foyal.demo.reports=120",
      "foyal.demo.station-days=0",
      "foyal.shell.data=target/house/${random.uuid}"
    })
@AutoConfigureMockMvc
class InventedParticipantsTest {
  @Autowired JdbcClient sql;
  @Autowired MockMvcTester web;
  @Autowired ApplicationContext house;
  @Autowired PlatformTransactionManager transactions;

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

  /// In a session that is about to begin, where it is an hour for one; nobody is absent before it
  /// has begun.
  @Test
  void someComeAndSomeComeLateAndNobodyIsAbsentYet() {
    var states =
        sql.sql("select distinct state from learning.participation").query(String.class).list();
    boolean soon =
        count(
                "from learning.session where starts_at < now() + interval '30 minutes' and seats = 10")
            > 0;
    assertThat(states.contains("LATE")).isEqualTo(soon);
    assertThat(states).doesNotContain("NO_SHOW");
  }

  /// One of their sessions is moved to the quarter that is published, with all who came; were it
  /// none of theirs, it would be told.
  @Test
  void noFigureCountsThem() {
    var session =
        sql.sql(
                """
                select session from learning.participation where state = 'CONFIRMED'
                group by session order by count(*) desc, session limit 1
                """)
            .query(UUID.class)
            .single();
    var told =
        new TransactionTemplate(transactions)
            .execute(status -> {
              move(session);
              real(session);
              status.setRollbackOnly();
              return PublishedByNight.publish(house);
            });
    assertThat(told).as("this test can fail").isTrue();
    move(session);
    assertThat(PublishedByNight.publish(house)).isFalse();
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

  private void move(UUID session) {
    sql.sql(
            """
            update learning.session set starts_at = :day, ends_at = :day + interval '2 hours'
            where id = :id
            """)
        .param("day", PublishedByNight.due(house).plusDays(20))
        .param("id", session)
        .update();
    sql.sql(
            """
            update learning.participation set state = 'PRESENT'
            where session = :id and state = 'CONFIRMED'
            """)
        .param("id", session)
        .update();
  }

  private void real(UUID session) {
    for (var update :
        List.of(
            "learning.session set example = false where id = :id",
            "learning.participation set example = false where session = :id",
            "learning.course set example = false, version = version + 1"
                + " where code = (select course from learning.session where id = :id)")) {
      sql.sql("update " + update).param("id", session).update();
    }
  }
}

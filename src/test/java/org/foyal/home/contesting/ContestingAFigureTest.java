package org.foyal.home.contesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.CaseWork;
import org.foyal.shell.guard.Role;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whoever contests a figure gets a reference; the city gets a case; nothing is kept twice.
@HouseTest
class ContestingAFigureTest {
  @Autowired ContestCasesNightly nightly;
  @Autowired CaseWork work;
  @Autowired Asked people;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired MockMvcTester web;

  private final String sender =
      "2001:db8::" + Integer.toHexString((int) System.nanoTime() & 0xffff);

  @BeforeEach
  void aCity() {
    new TwoNeighbourhoods(sql, events).settle();
    sql.sql("truncate equality.contest").update();
  }

  private MvcTestResult say(String indicator, String words, String email, String form) {
    return web.post()
        .uri("/en/equality/" + TwoNeighbourhoods.WEST + "/contest")
        .with(request -> {
          request.setRemoteAddr(sender);
          return request;
        })
        .param("indicator", indicator)
        .param("words", words)
        .param("email", email)
        .param("form", form)
        .exchange();
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void itIsACaseWithAReferenceAndACode() {
    var answer = say("score_global", "It is not 112.", "", UUID.randomUUID().toString());
    assertThat(answer).hasStatusOk();
    var reference = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}").matcher(text(answer));
    assertThat(reference.find()).isTrue();
    var asked = work.find(reference.group(), people.member(Role.AGENT)).orElseThrow().asked();
    assertThat(asked.kind()).isEqualTo("equality");
    assertThat(asked.subject()).contains("Digital fragility").contains("Bourg d’Essai");
    assertThat(asked.example()).isFalse();
  }

  @Test
  void theSameFormTwiceIsOneCaseAndWhatWasSaidIsKeptOnlyThere() {
    var form = UUID.randomUUID().toString();
    say("score_global", "No.", "anne@example.org", form);
    say("score_global", "No.", "anne@example.org", form);
    assertThat(
            sql.sql(
                    "select count(*) from equality.contest where words is null and email is null and case_reference is not null")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(sql.sql("select count(*) from equality.contest").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void whatCantStandIsToldWhy() {
    var answer = say("nothing", "", "no address", UUID.randomUUID().toString());
    assertThat(answer).hasStatus(422);
    assertThat(text(answer))
        .contains("Choose a figure of the list.")
        .contains("Say what is wrong.")
        .contains("This is no e-mail address");
    assertThat(sql.sql("select count(*) from equality.contest").query(Long.class).single())
        .isZero();
  }

  @Test
  void theNextMinuteOpensWhatAProcessThatDiedCouldNot() {
    sql.sql(
            """
            insert into equality.contest (form, area, indicator, words, language, filed_at)
            values (gen_random_uuid(), '972990101', 'score_global', 'Non.', 'fr', now())
            """)
        .update();
    nightly.minute();
    assertThat(
            sql.sql("select count(*) from equality.contest where case_reference is null")
                .query(Long.class)
                .single())
        .isZero();
  }
}

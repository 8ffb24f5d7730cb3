package org.foyal.learning.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.foyal.HouseTest;
import org.foyal.kernel.Quarter;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.figures.Counted.Fate;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The staff hands a funder a quarter on paper or as a file, and nobody can be found in it.
@HouseTest
class ReportingToAFunderTest {
  private static final String AT = "/fr/staff/learning/figures";

  @Autowired MockMvcTester web;
  @Autowired Taught taught;
  @Autowired JdbcClient sql;
  @Autowired Publishing publishing;

  private Counted counted;

  @BeforeEach
  void begin() {
    counted = new Counted(taught, sql);
  }

  private MvcTestResult get(Role role, String path) {
    return web.get().uri(AT + path).with(new Member(role).here()).exchange();
  }

  private String text(String path) {
    var answer = get(Role.MEDIATOR, path);
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ');
  }

  private Quarter quarter(int after) {
    var first = Quarter.of(publishing.today().minusYears(5).withDayOfYear(1));
    return Quarter.of(first.first().plusMonths(3L * (12 + after)));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whoeverSpeaksWithFundersOpensIt(Role role) {
    boolean opens = role != Role.FABLAB && role != Role.OPERATOR;
    assertThat(get(role, "")).hasStatus(opens ? 200 : 403);
    assertThat(get(role, "/figures.csv")).hasStatus(opens ? 200 : 403);
  }

  @Test
  void aPlaceOrAnAudienceNarrowsSessionsAndNeverPeople() {
    var quarter = quarter(0);
    var here = counted.place("972992101");
    var there = counted.place("972992102");
    var open = counted.course("EVERYBODY");
    var firms = counted.course("COMPANIES");
    var one = counted.session(quarter.first(), here, open, 100, false);
    counted.session(quarter.first(), there, firms, 30, false);
    counted.people(one, 40, Fate.CAME, "972992101");
    publishing.publish(quarter);
    var all = text("?quarter=" + quarter.code());
    assertThat(all).contains("<dd>2</dd>", "<dd>4</dd>", "<dd>260", "40");
    var narrow = text("?quarter=" + quarter.code() + "&place=" + there + "&audience=COMPANIES");
    assertThat(narrow)
        .contains("<dd>1</dd>", "<dd>60", "Vous avez choisi un lieu ou un public")
        .doesNotContain("<dd>40");
    assertThat(text("/figures.csv?quarter=" + quarter.code() + "&place=" + there))
        .contains("sessions,all,,1,,,shown")
        .doesNotContain("seats_taken");
    assertThat(text("/figures.csv?quarter=" + quarter.code()))
        .contains("sessions,all,,2,,,shown", "seats_taken,all,,40,,,shown")
        .isEqualToNormalizingNewlines(
            new String(
                web.get()
                    .uri("/api/learning/figures.csv?quarter=" + quarter.code())
                    .exchange()
                    .getResponse()
                    .getContentAsByteArray(),
                StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?place=%00",
        "?place=x&audience=y",
        "?audience=%E2%80%AE",
        "?quarter=2026-T9",
        "?quarter=<script>",
        "?place=00000000-0000-0000-0000-000000000000"
      })
  void whatIsNoChoiceIsToldAndNothingElse(String query) {
    var place = counted.place("972992201");
    counted.session(quarter(1).first(), place, counted.course("EVERYBODY"), 10, false);
    assertThat(text(query)).contains("Ce choix n’existe pas").doesNotContain("<script>");
  }
}

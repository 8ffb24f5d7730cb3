package org.foyal.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.foyal.HouseTest;
import org.foyal.kernel.Reference;
import org.foyal.learning.enrolment.Joined;
import org.foyal.learning.enrolment.Joined.Keys;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whoever guesses codes gets nowhere, and keeps nobody from their own page; what the desk sends
/// and can't be noted is an error.
@HouseTest
class GuessingProgressTest {
  @Autowired MockMvcTester web;
  @Autowired Joined joined;
  @Autowired MyProgressPage page;

  private MvcTestResult open(String sender, String reference, String code) {
    return web.post()
        .uri("/fr/workshops/mine/progress")
        .with(request -> {
          request.setRemoteAddr(sender);
          return request;
        })
        .param("reference", reference)
        .param("code", code)
        .exchange();
  }

  private Keys ana() {
    return joined.join(joined.session(1), Joined.person("Ana"));
  }

  @Test
  void aRightCodeOpensForWhoeverTypedManyWrongOnesUntilTheyAreHundreds() {
    var ana = ana();
    for (int i = 0; i < 30; i++) {
      assertThat(open("203.2.1.1", ana.reference(), "2222-2222")).hasStatus(422);
    }
    assertThat(open("203.2.1.1", ana.reference(), "2222-2222"))
        .hasStatus(429)
        .bodyText()
        .contains("Trop d’essais");
    assertThat(open("203.2.1.1", ana.reference(), ana.code())).hasStatusOk();
    for (int i = 0; i < 300; i++) {
      open("203.2.1.1", ana.reference(), "2222-2222");
    }
    assertThat(open("203.2.1.1", ana.reference(), ana.code())).hasStatus(429);
    assertThat(open("203.2.1.2", ana.reference(), ana.code())).hasStatusOk();
  }

  @Test
  void fromWhereverOneReferenceIsGuessedInThousandsItOpensNoMore() {
    var ana = ana();
    for (int i = 0; i < 10; i++) {
      open("203.3.0." + i, ana.reference(), "2222-2222");
    }
    assertThat(open("203.2.1.3", ana.reference(), ana.code())).hasStatusOk();
    var reference = Reference.read(ana.reference()).orElseThrow();
    for (int i = 0; i < 3_050; i++) {
      page.count(reference, "203.3.%d.%d".formatted(i / 250, i % 250));
    }
    assertThat(open("203.2.1.3", ana.reference(), ana.code())).hasStatus(429);
    var other = ana();
    assertThat(open("203.2.1.3", other.reference(), other.code())).hasStatusOk();
  }

  @Test
  void aSentenceThatIsAskedNoMoreIsRefused() {
    var session = joined.session(1);
    assertThat(
            web.post()
                .uri("/fr/staff/learning/sessions/" + session.id() + "/progress")
                .with(new Member(Role.MEDIATOR).here())
                .with(csrf())
                .param("moment", "BEFORE")
                .param("competence", "5.4")
                .exchange())
        .hasStatus(422)
        .bodyText()
        .contains("Cette phrase n’est plus demandée");
  }
}

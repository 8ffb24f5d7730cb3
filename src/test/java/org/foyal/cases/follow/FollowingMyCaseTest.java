package org.foyal.cases.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Merging;
import org.foyal.cases.Moving.Moved;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Question.Asker;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// « Suivre ma demande », by reference and code.
@HouseTest
class FollowingMyCaseTest {
  private final Actor ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");

  @Autowired MockMvcTester web;
  @Autowired CaseWork work;
  @Autowired Merging merging;
  @Autowired Asked asked;
  @Autowired Accounts accounts;
  @Autowired JdbcClient sql;

  /// Each test comes from an address of its own, as wrong codes are counted by sender.
  private final String from = "2001:db8:" + Integer.toHexString(hashCode() & 0xffff) + "::1";

  private MvcTestResult send(Map<String, String> fields) {
    var request =
        web.post()
            .uri("/fr/follow")
            .with(r -> {
              r.setRemoteAddr(from);
              return r;
            });
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult open(Opened opened) {
    return send(Map.of("reference", opened.opened().reference().toString(), "code", opened.code()));
  }

  private Opened closed() {
    return closed(ana);
  }

  private Opened closed(Actor ana) {
    var opened = asked.by(Asked.ana(Asked.address()));
    var one = opened.opened();
    work.assign(ana, one.reference(), one.version(), true);
    assertThat(
            work.move(
                ana,
                one.reference(),
                one.version() + 1,
                State.CLOSED,
                Optional.of(Outcome.DONE),
                "L’ampoule est changée."))
        .isInstanceOf(Moved.class);
    return opened;
  }

  @Test
  void aReferenceAndItsCodeOpenThePageHoweverTheyAreTyped() {
    var opened = asked.by(Asker.unknown(Language.FR));
    var typed =
        opened
            .opened()
            .reference()
            .signs()
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("(..)", "$1 ");
    var answer = send(Map.of("reference", typed, "code", opened.code().replace("-", "")));
    assertThat(answer)
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("X-Robots-Tag", "noindex")
        .bodyText()
        .contains("Lampadaire éteint", "Il fait noir devant l’école.", "objectif", "Reçue");
    assertThat(
            web.get()
                .uri("/en/follow/" + opened.opened().reference() + "/" + opened.code())
                .exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Lampadaire éteint", "Received");
  }

  @Test
  void aWrongReferenceAndAWrongCodeSayWhatToDo() {
    var opened = asked.by(Asker.unknown(Language.FR));
    assertThat(send(Map.of("reference", "3333-3333", "code", opened.code())))
        .hasStatus(422)
        .bodyText()
        .contains("un signe est faux", "aria-invalid=\"true\"");
    assertThat(
            send(Map.of("reference", opened.opened().reference().toString(), "code", "3333-3333")))
        .hasStatus(422)
        .bodyText()
        .contains("ne va pas avec cette référence")
        .doesNotContain("Lampadaire");
    assertThat(send(Map.of())).hasStatus(422);
    assertThat(send(Map.of("reference", "<script>\u202e\u0000", "code", "é".repeat(9000))))
        .hasStatus(422)
        .bodyText()
        .doesNotContain("<script>\u202e");
  }

  @Test
  void guessingIsSlowedDownAndARightCodeFromTheSameAddressOpensAllTheSame() {
    var opened = asked.by(Asker.unknown(Language.FR));
    var reference = opened.opened().reference().toString();
    for (int i = 0; i < 30; i++) {
      assertThat(
              send(Map.of("reference", reference, "code", "3333-333" + "23456789".charAt(i % 8))))
          .hasStatus(422);
    }
    assertThat(send(Map.of("reference", reference, "code", "3333-3332")))
        .hasStatus(429)
        .bodyText()
        .contains("Attendez quelques minutes");
    assertThat(open(opened)).as("a right code from the same address").hasStatusOk();
  }

  @Test
  void aMessageIsWrittenOnceHoweverOftenTheFormComes() {
    var opened = asked.by(Asker.unknown(Language.FR));
    var fields =
        Map.of(
            "reference",
            opened.opened().reference().toString(),
            "code",
            opened.code(),
            "act",
            "write",
            "form",
            UUID.randomUUID().toString(),
            "words",
            "Toujours éteint <b>ce soir</b>");
    assertThat(send(fields)).hasStatusOk().bodyText().contains("Votre message est envoyé");
    assertThat(send(fields)).hasStatusOk();
    assertThat(open(opened))
        .bodyText()
        .containsOnlyOnce("Toujours éteint &lt;b&gt;ce soir&lt;/b&gt;");
  }

  @Test
  void anEmptyOrEndlessMessageIsRefusedAndNotLost() {
    var opened = asked.by(Asker.unknown(Language.FR));
    for (var words : new String[] {"", " \u0000 ", "x".repeat(4001)}) {
      assertThat(
              send(
                  Map.of(
                      "reference",
                      opened.opened().reference().toString(),
                      "code",
                      opened.code(),
                      "act",
                      "write",
                      "words",
                      words)))
          .hasStatus(422)
          .bodyText()
          .contains("words-error");
    }
  }

  @Test
  void whatGoesOnComesByTheSameChannelWithTheSameYesAndToNobodyWhoCannotSignIn() {
    var bo = asked.member(Role.AGENT);
    var opened = closed(bo);
    sql.sql("update cases.case_file set channel = 'COUNTER' where id = :id")
        .param("id", opened.opened().id())
        .update();
    sql.sql("update cases.asker set consent = 'SPOKEN' where case_id = :id")
        .param("id", opened.opened().id())
        .update();
    accounts.disable(Actor.CONSOLE, Objects.requireNonNull(bo.id()));
    var fields = new HashMap<>(Map.of("code", opened.code(), "act", "go-on", "words", "Encore."));
    fields.put("reference", opened.opened().reference().toString());
    assertThat(send(fields)).hasStatusOk();
    assertThat(
            sql.sql(
                    """
                    select c.channel || ' ' || k.consent || ' ' || coalesce(c.agent::text, 'nobody')
                    from cases.case_file c join cases.asker k on k.case_id = c.id
                    where c.follows = :id
                    """)
                .param("id", opened.opened().id())
                .query(String.class)
                .list())
        .containsExactly("COUNTER SPOKEN nobody");
  }

  @Test
  void closedButNotSettledOpensALinkedCaseAtTheSameAgentOnce() {
    var bo = asked.member(Role.AGENT);
    var opened = closed(bo);
    var fields =
        Map.of(
            "reference",
            opened.opened().reference().toString(),
            "code",
            opened.code(),
            "act",
            "go-on",
            "form",
            UUID.randomUUID().toString(),
            "words",
            "Il s’éteint encore.");
    assertThat(send(fields))
        .hasStatusOk()
        .bodyText()
        .contains(
            "Une nouvelle demande est ouverte",
            "continue la demande " + opened.opened().reference());
    assertThat(send(fields)).hasStatusOk();
    assertThat(
            sql.sql(
                    "select count(*) from cases.case_file where follows = :id and agent = :agent"
                        + " and state = 'RECEIVED'")
                .param("id", opened.opened().id())
                .param("agent", bo.id())
                .query(Integer.class)
                .single())
        .isOne();
    assertThat(open(opened)).bodyText().contains("continue celle-ci").doesNotContain("<textarea");
  }

  @Test
  void anOpenCaseIsTakenBackByWhoeverAsked() {
    var opened = asked.by(Asker.unknown(Language.FR));
    var fields =
        Map.of(
            "reference",
            opened.opened().reference().toString(),
            "code",
            opened.code(),
            "act",
            "take-back");
    assertThat(send(fields)).hasStatusOk().bodyText().contains("Votre demande est retirée");
    assertThat(send(fields)).hasStatusOk();
    assertThat(
            work.find(opened.opened().reference().toString(), ana).orElseThrow().asked().outcome())
        .contains(Outcome.TAKEN_BACK);
  }

  @Test
  void whetherItIsRepairedIsAnsweredInOneClickAndOnce() {
    var opened = closed();
    var reference = opened.opened().reference().toString();
    assertThat(open(opened)).bodyText().contains("id=\"settled\"", "Oui, c’est réparé");
    var fields = Map.of("reference", reference, "code", opened.code(), "act", "not-settled");
    assertThat(send(fields))
        .hasStatusOk()
        .bodyText()
        .contains("Dites plus bas ce qui ne va pas", "name=\"act\" value=\"go-on\"")
        .doesNotContain("id=\"settled\"");
    assertThat(send(fields)).bodyText().contains("Vous avez déjà répondu");
  }

  @Test
  void whoeverAskedTheSameFollowsTheOneThatIsAnswered() {
    var lead = asked.by(Asked.ana(Asked.address())).opened();
    var twin = asked.by(Asker.unknown(Language.FR));
    merging.merge(ana, twin.opened().reference(), 1, lead.reference().toString(), "Déjà vu hier.");
    assertThat(open(twin))
        .bodyText()
        .contains("nous traitons ces demandes ensemble", "Déjà vu hier.", "value=\"write\"")
        .doesNotContain(lead.reference().toString(), "value=\"go-on\"");
    work.move(ana, lead.reference(), 1, State.CLOSED, Optional.of(Outcome.DONE), "C’est réparé.");
    assertThat(open(twin))
        .bodyText()
        .contains("C’est réparé.", "value=\"go-on\"", "id=\"settled\"");
  }

  @Test
  void aNewCodeShutsTheOldOne() {
    var opened = asked.by(Asker.unknown(Language.FR));
    work.renewCode(ana, opened.opened().reference());
    assertThat(open(opened)).hasStatus(422);
  }

  @Test
  void whatIsLateIsLateInPublic() {
    var opened = asked.by(Asker.unknown(Language.FR));
    sql.sql(
            "update cases.case_file set opened_on = opened_on - 30, promised_on = promised_on - 30"
                + " where id = :id")
        .param("id", opened.opened().id())
        .update();
    assertThat(open(opened)).bodyText().contains("en retard");
  }
}

package org.foyal.participation.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.kernel.Reference;
import org.foyal.participation.Asking;
import org.foyal.participation.Mandate;
import org.foyal.participation.Put;
import org.foyal.participation.Questions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Anybody with an e-mail address asks; nothing reaches the desk before the link of a letter was
/// followed.
@HouseTest
class AskingAnOfficialTest {
  @Autowired MockMvcTester web;
  @Autowired Put put;
  @Autowired Questions questions;
  @Autowired JdbcClient sql;

  private final String address = Put.address();
  private Mandate to;

  @BeforeEach
  void anOfficial() {
    to = put.mandate();
  }

  private MvcTestResult send(Map<String, String> more) {
    var fields =
        new HashMap<>(
            Map.of(
                "to",
                to.code(),
                "title",
                "Quand la rue aura-t-elle un trottoir ?",
                "words",
                "Les enfants marchent sur la route.",
                "email",
                address,
                "form",
                UUID.randomUUID().toString()));
    fields.putAll(more);
    var request =
        web.post()
            .uri("/fr/questions/ask")
            .with(r -> {
              r.setRemoteAddr("198.51.100." + (1 + Math.abs(to.code().hashCode() % 250)));
              return r;
            });
    fields.forEach(request::param);
    return request.exchange();
  }

  private int cases() {
    return sql.sql("select count(*) from participation.question where mandate = :to")
        .param("to", to.code())
        .query(Integer.class)
        .single();
  }

  private int waiting() {
    return sql.sql("select count(*) from participation.asking where mandate = :to")
        .param("to", to.code())
        .query(Integer.class)
        .single();
  }

  @Test
  void theLinkOfTheLetterOpensTheCaseOnceAndOpeningThePageDoesNot() {
    assertThat(send(Map.of())).hasStatusOk().bodyText().contains("Regardez vos e-mails", address);
    assertThat(cases()).isZero();
    var link = Put.link(put.letterTo(address, "trottoir"));
    assertThat(web.get().uri(link).exchange())
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .bodyText()
        .contains("Quand la rue aura-t-elle un trottoir");
    assertThat(cases()).isZero();
    assertThat(web.post().uri(link).exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Votre question est arrivée", "Le délai de l’élu court de ce jour");
    assertThat(cases()).isOne();
    assertThat(waiting()).isZero();
    assertThat(web.post().uri(link).exchange()).bodyText().contains("Ce lien a déjà servi");
    assertThat(web.get().uri(link).exchange()).bodyText().contains("Ce lien a déjà servi");
    assertThat(cases()).isOne();
  }

  @Test
  void theLinkPressedManyTimesAtOnceOpensOneCase() throws Exception {
    send(Map.of());
    var link = Put.link(put.letterTo(address, "trottoir"));
    var token = link.substring(link.lastIndexOf('/') + 1);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var pressed =
          IntStream.range(0, 6)
              .mapToObj(_ -> people.submit(() -> questions.confirm(token)))
              .toList();
      int opened = 0;
      for (var one : pressed) {
        opened += one.get() instanceof Asking.Opened ? 1 : 0;
      }
      assertThat(opened).isOne();
    }
    assertThat(cases()).isOne();
  }

  @Test
  void theSameFormTwiceIsOneLetter() {
    var form = Map.of("form", UUID.randomUUID().toString());
    assertThat(send(form)).hasStatusOk();
    assertThat(send(form)).hasStatusOk();
    assertThat(waiting()).isOne();
    assertThat(put.lettersTo(address)).isOne();
  }

  @Test
  void aCorrectedAddressGetsTheLetterAndTheStrangersLinkLeadsNowhere() {
    var form = UUID.randomUUID().toString();
    var mistyped = Put.address();
    send(Map.of("form", form, "email", mistyped));
    var strangers = Put.link(put.letterTo(mistyped, "trottoir"));
    assertThat(send(Map.of("form", form))).hasStatusOk().bodyText().contains(address);
    assertThat(web.post().uri(strangers).exchange()).hasStatus(404);
    assertThat(web.post().uri(Put.link(put.letterTo(address, "trottoir"))).exchange())
        .bodyText()
        .contains("Votre question est arrivée");
    assertThat(cases()).isOne();
  }

  @Test
  void otherWordsAfterBackAreAskedAsWellOnceTheFirstAreConfirmed() {
    var form = UUID.randomUUID().toString();
    send(Map.of("form", form));
    web.post().uri(Put.link(put.letterTo(address, "trottoir"))).exchange();
    assertThat(send(Map.of("form", form, "title", "Quand aura-t-elle une lampe ?"))).hasStatusOk();
    assertThat(web.post().uri(Put.link(put.letterTo(address, "lampe"))).exchange())
        .bodyText()
        .contains("Votre question est arrivée");
    assertThat(cases()).isEqualTo(2);
  }

  @Test
  void whoeverDidNotAskErasesItFromTheLetter() {
    send(Map.of());
    var link = Put.link(put.letterTo(address, "trottoir"));
    assertThat(web.get().uri(link).exchange()).bodyText().contains("Ce n’est pas moi");
    assertThat(web.post().uri(link + "/not-mine").exchange())
        .hasStatusOk()
        .bodyText()
        .contains("C’est effacé");
    assertThat(waiting()).isZero();
    assertThat(web.post().uri(link).exchange()).hasStatus(404);
    assertThat(web.post().uri(link + "/not-mine").exchange()).hasStatus(404);
    assertThat(cases()).isZero();
  }

  @Test
  void manyAtOnceToOnePersonAreFiveLetters() throws Exception {
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var sent =
          IntStream.range(0, 12)
              .mapToObj(_ ->
                  people.submit(() ->
                      questions.ask(Put.draft(to, "Quand un trottoir ?", Put.asker(address)))))
              .toList();
      for (var one : sent) {
        one.get();
      }
    }
    assertThat(put.lettersTo(address)).isEqualTo(5);
  }

  @Test
  void aLinkThatWasUsedShowsNeitherReferenceNorCodeAndIsForgottenAfterAWeek() {
    send(Map.of());
    var link = Put.link(put.letterTo(address, "trottoir"));
    web.post().uri(link).exchange();
    var reference =
        sql.sql("select reference from participation.question where mandate = :to")
            .param("to", to.code())
            .query((row, _) -> new Reference(row.getString(1)).toString())
            .single();
    for (var again : List.of(web.get().uri(link).exchange(), web.post().uri(link).exchange())) {
      assertThat(again).hasStatusOk().bodyText().doesNotContain(reference);
    }
    sql.sql(
            """
            update participation.question set asked_at = asked_at - interval '8 days'
            where mandate = :to
            """)
        .param("to", to.code())
        .update();
    put.night();
    assertThat(web.get().uri(link).exchange()).hasStatus(404);
  }

  @Test
  void nothingIsPutToAnOfficialWhoseMandateEndedMeanwhile() {
    send(Map.of());
    var link = Put.link(put.letterTo(address, "trottoir"));
    put.end(to);
    assertThat(web.post().uri(link).exchange())
        .hasStatus(422)
        .bodyText()
        .contains("Ce mandat est terminé", "Les enfants marchent sur la route.");
    assertThat(cases()).isZero();
  }

  @Test
  void fiveLettersADayGoToAnAddressAtMost() {
    for (int i = 0; i < 5; i++) {
      assertThat(send(Map.of())).hasStatusOk();
    }
    assertThat(send(Map.of())).hasStatus(422).bodyText().contains("Cinq e-mails sont déjà partis");
  }

  @Test
  void whatNobodyConfirmsIsErasedAfterAWeekAndItsLinkLeadsNowhere() {
    send(Map.of());
    var link = Put.link(put.letterTo(address, "trottoir"));
    sql.sql("update participation.asking set at = at - interval '8 days' where mandate = :to")
        .param("to", to.code())
        .update();
    put.night();
    assertThat(waiting()).isZero();
    assertThat(web.post().uri(link).exchange())
        .hasStatus(404)
        .bodyText()
        .contains("Ce lien ne mène à aucune question");
  }

  @Test
  void whatIsMissingIsToldAndWhatWasTypedIsKept() {
    assertThat(send(Map.of("email", "no address")))
        .hasStatus(422)
        .bodyText()
        .contains("Aucun e-mail", "Les enfants marchent");
    assertThat(send(Map.of("title", "?"))).hasStatus(422);
    assertThat(send(Map.of("title", "x".repeat(151)))).hasStatus(422);
    assertThat(send(Map.of("words", " "))).hasStatus(422);
    assertThat(send(Map.of("words", "x".repeat(3501)))).hasStatus(422);
    assertThat(send(Map.of("to", "nobody"))).hasStatus(422);
    assertThat(send(Map.of("theme", "none"))).hasStatus(422);
    assertThat(send(Map.of("area", "none"))).hasStatus(422);
    assertThat(waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u202Ex", "<script>alert(1)</script>", "'; drop table x; --"})
  void oddSignsDoNoHarm(String odd) {
    for (var field :
        new String[] {"to", "title", "theme", "area", "words", "name", "email", "form"}) {
      var answer = send(Map.of(field, odd));
      assertThat(answer.getResponse().getStatus()).as(field).isIn(200, 422);
    }
    assertThat(web.get().uri("/fr/questions/ask?title={t}&to={t}", odd, odd).exchange())
        .hasStatus(422);
    var link = web.get().uri("/fr/questions/confirm/{t}", "a" + odd.replace("/", "")).exchange();
    assertThat(link.getResponse().getStatus()).isIn(400, 404);
  }

  @Test
  void whatWasAskedBeforeIsShownBeforeItIsAskedAgain() {
    var earlier = put.published(to, "Un trottoir rue des Flamboyants " + to.code());
    assertThat(
            web.get()
                .uri("/fr/questions/ask?to={to}&title={t}", to.code(), "trottoirs flamboyants ?")
                .exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Déjà demandé", "/fr/questions/" + earlier.reference());
    var other = put.asked(to, "Un trottoir qui attend d’être lu");
    assertThat(
            web.get()
                .uri("/fr/questions/ask?to={to}&title={t}", to.code(), "trottoirs attend")
                .exchange())
        .bodyText()
        .doesNotContain(other.reference().toString());
  }
}

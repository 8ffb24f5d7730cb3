package org.foyal.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Rhythm;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.enrolment.Joined;
import org.foyal.learning.enrolment.Joined.Keys;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.requests.desk.Member;
import org.foyal.shell.Visitor;
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

/// Whoever comes to a course says before and after what they can do, in plain words, if they like;
/// by reference and code, or on paper that a mediator writes down.
@HouseTest
class SayingWhatOneCanDoTest {
  private static final String SENTENCE = "Je sais envoyer un message avec une photo.";

  private final Member mediator = new Member(Role.MEDIATOR);

  @Autowired MockMvcTester web;
  @Autowired Joined joined;
  @Autowired Taught taught;
  @Autowired Progress progress;
  @Autowired JdbcClient sql;
  private Visitor visitor;

  @BeforeEach
  void comes() {
    visitor = new Visitor(web);
  }

  private MvcTestResult mine(Keys keys, String... fields) {
    var sent = new HashMap<>(Map.of("reference", keys.reference(), "code", keys.code()));
    for (int i = 0; i < fields.length; i += 2) {
      sent.put(fields[i], fields[i + 1]);
    }
    return visitor.post("/fr/workshops/mine/progress", sent);
  }

  private MvcTestResult say(Keys keys, String moment, String step) {
    return mine(keys, "moment", moment, "step-2.1", step, "wording-2.1", "0");
  }

  private MvcTestResult desk(Session session, String moment, Map<Keys, String> steps) {
    var request =
        web.post()
            .uri("/fr/staff/learning/sessions/" + session.id() + "/progress")
            .with(mediator.here())
            .with(csrf());
    request.param("moment", moment);
    request.param("competence", "2.1");
    request.param("wording", "0");
    steps.forEach((keys, step) -> request.param("place-" + keys.id(), step));
    return request.exchange();
  }

  private List<String> answers(Keys keys) {
    return sql.sql(
            """
            select a.moment || ' ' || a.step from learning.progress_answer a
            join learning.participation p on p.id = a.participation
            where p.learner = (select learner from learning.participation where id = :id)
            order by 1 desc
            """)
        .param("id", keys.id())
        .query(String.class)
        .list();
  }

  @Test
  void onesOwnPageAsksBeforeAndThenAfterAndSaysWhatIsNew() {
    var session = joined.session(2);
    var ana = joined.join(session, Joined.person("Ana"));
    assertThat(mine(ana))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .bodyText()
        .contains(SENTENCE, "Avant l’atelier", "Je préfère ne pas répondre", "ni un niveau du CRCN")
        .doesNotContain("Après l’atelier");
    assertThat(say(ana, "BEFORE", "NOT_YET")).hasStatusOk().bodyText().contains("c’est noté");
    assertThat(say(ana, "AFTER", "ALONE")).hasStatus(409).bodyText().contains("pas encore notée");
    joined.nearer(session, -80);
    joined.note(session, ana, State.PRESENT);
    assertThat(mine(ana)).bodyText().contains("Après l’atelier");
    assertThat(say(ana, "AFTER", "ALONE"))
        .hasStatusOk()
        .bodyText()
        .contains("Maintenant vous savez le faire sans aide, et avant non", SENTENCE);
    assertThat(answers(ana)).containsExactly("BEFORE NOT_YET", "AFTER ALONE");
  }

  @Test
  void whatWasSaidIsMendedUntilTwoWeeksAfterTheEndAndNoLonger() {
    var session = joined.session(1);
    var ana = joined.join(session, Joined.person("Ana"));
    say(ana, "BEFORE", "ALONE");
    assertThat(say(ana, "BEFORE", "NO_ANSWER")).hasStatusOk();
    assertThat(answers(ana)).containsExactly("BEFORE NO_ANSWER");
    joined.nearer(session, -100);
    joined.note(session, ana, State.LATE);
    assertThat(say(ana, "BEFORE", "NOT_YET"))
        .hasStatus(409)
        .bodyText()
        .contains("se note maintenant avec le médiateur");
    assertThat(say(ana, "AFTER", "WITH_HELP")).hasStatusOk();
    joined.nearer(session, -14 * 24 * 60 - 80);
    assertThat(say(ana, "AFTER", "ALONE")).hasStatusOk();
    joined.nearer(session, -14 * 24 * 60 - 100);
    assertThat(say(ana, "AFTER", "NOT_YET"))
        .hasStatus(409)
        .bodyText()
        .contains("le temps pour corriger est passé");
    assertThat(answers(ana)).containsExactly("BEFORE NO_ANSWER", "AFTER ALONE");
  }

  @Test
  void afterWithoutBeforeIsShownAsSuch() {
    var session = joined.session(1);
    var ana = joined.join(session, Joined.person("Ana"));
    joined.nearer(session, -100);
    joined.note(session, ana, State.PRESENT);
    assertThat(say(ana, "AFTER", "CAN_EXPLAIN"))
        .bodyText()
        .contains("Vous savez le faire sans aide", "Avant", "pas de réponse")
        .doesNotContain("et avant non");
  }

  @Test
  void theSameSentTwiceAtOnceIsOneAnswer() {
    var session = joined.session(1);
    var ana = joined.join(session, Joined.person("Ana"));
    var all = IntStream.range(0, 8).parallel().mapToObj(_ -> say(ana, "BEFORE", "WITH_HELP"));
    assertThat(all.map(answer -> answer.getResponse().getStatus()).distinct()).containsExactly(200);
    assertThat(answers(ana)).containsExactly("BEFORE WITH_HELP");
  }

  @Test
  void nobodyHasToAnswerAndAnEmptyFormSaysSo() {
    var ana = joined.join(joined.session(1), Joined.person("Ana"));
    assertThat(mine(ana, "moment", "BEFORE"))
        .hasStatus(422)
        .bodyText()
        .contains("ce n’est pas obligatoire");
    assertThat(answers(ana)).isEmpty();
  }

  @Test
  void whoeverWaitsIsNotAsked() {
    var session = joined.session(1);
    joined.join(session, Joined.person("Ana"));
    var max = joined.join(session, Joined.person("Max"));
    assertThat(say(max, "BEFORE", "ALONE"))
        .hasStatus(409)
        .bodyText()
        .contains("pour qui a une place");
  }

  @Test
  void overASeriesThereIsOneBeforeAndOneAfter() {
    var plan =
        Taught.plan(
            joined.course(),
            taught.place("Maison des tests").id(),
            LocalDate.now(ZoneOffset.UTC).plusDays(20));
    var series = taught.series(plan, new Repetition(Optional.of(Rhythm.WEEK), 2, Set.of()));
    var ana = Joined.person("Ana");
    var first = joined.join(series.getFirst(), ana);
    var second = joined.joinAgain(series.getLast(), ana, first);
    say(first, "BEFORE", "NOT_YET");
    joined.nearer(series.getFirst(), -300);
    joined.note(series.getFirst(), first, State.PRESENT);
    say(first, "AFTER", "WITH_HELP");
    joined.nearer(series.getLast(), -95);
    joined.note(series.getLast(), second, State.PRESENT);
    assertThat(say(second, "AFTER", "ALONE"))
        .bodyText()
        .contains("Maintenant vous savez le faire sans aide, et avant non");
    assertThat(answers(first)).containsExactly("BEFORE NOT_YET", "AFTER ALONE");
  }

  @Test
  void aMediatorWritesDownWhatPeopleSaidOnPaperInOneFormASentence() {
    var session = joined.session(3);
    var all = joined.join(session, 3);
    joined.nearer(session, -85);
    joined.note(session, all.getFirst(), State.PRESENT);
    joined.note(session, all.get(1), State.NO_SHOW);
    assertThat(desk(session, "BEFORE", Map.of(all.getFirst(), "NOT_YET", all.getLast(), "ALONE")))
        .hasStatusOk()
        .bodyText()
        .contains("2 réponses notées", SENTENCE);
    assertThat(desk(session, "AFTER", Map.of(all.getFirst(), "ALONE", all.getLast(), "ALONE")))
        .hasStatus(409)
        .bodyText()
        .contains("Pas noté", "Ana 2");
    assertThat(answers(all.getFirst())).containsExactly("BEFORE NOT_YET", "AFTER ALONE");
    assertThat(answers(all.getLast())).containsExactly("BEFORE ALONE");
    assertThat(
            sql.sql("select count(*) from people.act where what = :what and about = :about")
                .param("what", "learning.progress.act.noted")
                .param("about", session.id().toString())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(desk(session, "AFTER", Map.of(all.getFirst(), "ALONE")))
        .bodyText()
        .contains("Rien de nouveau");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyWhoHoldsSessionsSeesWhatPeopleSaid(Role role) {
    var session = joined.session(1);
    boolean may = role == Role.ADMIN || role == Role.AGENT || role == Role.MEDIATOR;
    assertThat(
            web.get()
                .uri("/fr/staff/learning/sessions/" + session.id() + "/progress")
                .with(new Member(role).here())
                .exchange())
        .hasStatus(may ? 200 : 403);
  }

  @Test
  void anEditorChoosesTheSentencesAndOlderAnswersKeepTheirWords() {
    var session = joined.session(2);
    var ana = joined.join(session, Joined.person("Ana"));
    say(ana, "BEFORE", "NOT_YET");
    assertThat(edit(session, "0", "Je sais répondre à un message.")).hasStatus(302);
    assertThat(edit(session, "0", "Trop tard.")).hasStatus(409);
    assertThat(mine(ana)).bodyText().contains(SENTENCE);
    var max = joined.join(session, Joined.person("Max"));
    assertThat(mine(max))
        .bodyText()
        .contains("Je sais répondre à un message.")
        .doesNotContain(SENTENCE);
    assertThat(edit(session, "1", "")).hasStatus(302);
    assertThat(progress.asked(session.course()).getFirst().sentence().french()).isEqualTo(SENTENCE);
  }

  private MvcTestResult edit(Session session, String version, String sentence) {
    return edit(session, Map.of("version", version, "ask-2.1", "yes", "can-2.1Fr", sentence));
  }

  private MvcTestResult edit(Session session, Map<String, String> fields) {
    var request =
        web.post()
            .uri("/fr/staff/learning/courses/" + session.course() + "/progress")
            .with(mediator.here())
            .with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  @Test
  void aCourseAsksFiveSentencesAtMost() {
    var fields = new HashMap<>(Map.of("version", "0"));
    for (var code : List.of("1.1", "1.2", "1.3", "2.1", "2.2", "2.3")) {
      fields.put("ask-" + code, "yes");
    }
    assertThat(edit(joined.session(1), fields))
        .hasStatus(422)
        .bodyText()
        .contains("Cinq phrases au plus");
  }

  @Test
  void erasingOnesNameErasesWhatOneSaid() {
    var session = joined.session(1);
    var ana = joined.join(session, Joined.person("Ana"));
    say(ana, "BEFORE", "NOT_YET");
    joined.nearer(session, -100);
    joined.note(session, ana, State.PRESENT);
    say(ana, "AFTER", "ALONE");
    joined.erase(ana);
    assertThat(answers(ana)).isEmpty();
    assertThat(
            sql.sql("select part from learning.progress_count where course = :course")
                .param("course", session.course())
                .query(String.class)
                .list())
        .containsExactly("GAINED");
    assertThat(say(ana, "AFTER", "ALONE")).hasStatus(409).bodyText().contains("Le nom est effacé");
  }

  @Test
  void answersAreForgottenAYearAfterTheEndAndTheCountStays() {
    var session = joined.session(1);
    var ana = joined.join(session, Joined.person("Ana"));
    say(ana, "BEFORE", "ALONE");
    joined.nearer(session, -100);
    joined.note(session, ana, State.PRESENT);
    say(ana, "AFTER", "ALONE");
    progress.forget();
    assertThat(answers(ana)).hasSize(2);
    joined.nearer(session, -366 * 24 * 60);
    progress.forget();
    assertThat(answers(ana)).isEmpty();
    assertThat(
            sql.sql("select part || people from learning.progress_count where course = :course")
                .param("course", session.course())
                .query(String.class)
                .list())
        .containsExactly("KEPT1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0000", "\u202e", "<script>alert(1)</script>", "', 1); --", "9999999999"})
  void whateverIsTypedIsNoTrouble(String typed) {
    var session = joined.session(1);
    var ana = joined.join(session, Joined.person("Ana"));
    assertThat(mine(ana, "moment", typed, "step-2.1", typed, "wording-2.1", typed))
        .bodyText()
        .doesNotContain("<script>alert");
    assertThat(mine(ana, "moment", "BEFORE", "step-2.1", "ALONE", "wording-2.1", typed))
        .hasStatusOk();
    assertThat(mine(new Keys(0, typed, typed))).hasStatus(422);
    assertThat(mine(new Keys(0, ana.reference(), typed)))
        .hasStatus(422)
        .bodyText()
        .contains("ne va pas avec cette référence")
        .doesNotContain("<script>alert");
    assertThat(desk(session, typed, Map.of(ana, typed))).hasStatusOk();
    assertThat(edit(session, Map.of("version", typed, "ask-2.1", typed, "can-2.1Fr", typed)))
        .matches(answer -> answer.getResponse().getStatus() < 500);
    assertThat(answers(ana)).containsExactly("BEFORE ALONE");
  }
}

package org.foyal.requests.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Question.Delay;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.requests.Attributes;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.Requests;
import org.foyal.requests.moderation.Moderation;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A category asks more than the words; an administrator says what, and when.
@HouseTest
class AskingMoreTest {
  private static final Pattern REFERENCE = Pattern.compile("/reports/([0-9A-Z]{4}-[0-9A-Z]{4})");
  private static final AtomicInteger SENDERS = new AtomicInteger();

  private final Member chief = new Member(Role.ADMIN);
  private final Member ana = new Member(Role.AGENT);
  private final String category = "q" + UUID.randomUUID().toString().substring(0, 8);
  private final String questions = "/fr/staff/categories/" + category + "/questions";

  @Autowired MockMvcTester web;
  @Autowired Categories categories;
  @Autowired Attributes attributes;
  @Autowired Requests requests;
  @Autowired Moderation moderation;
  @Autowired CaseWork work;

  @BeforeEach
  void aCategoryThatAsks() {
    categories.add(
        Actor.CONSOLE,
        new Category(
            category,
            Told.inFrench("Rues"),
            Told.inFrench("Lampadaire"),
            "",
            Optional.empty(),
            new Delay(5, true, Silence.NOTHING),
            0,
            true,
            false,
            1));
    assertThat(ask("pole", "Le numéro du poteau ?", "STRING", Map.of("place", "10")))
        .hasStatus(302);
    assertThat(
            ask(
                "danger",
                "Est-ce dangereux ?",
                "SINGLEVALUELIST",
                Map.of("required", "yes", "open", "yes", "place", "20", "optionsFr", "Oui\nNon")))
        .hasStatus(302);
    assertThat(
            ask(
                "why",
                "Pourquoi ?",
                "TEXT",
                Map.of("required", "yes", "place", "30", "condition", "danger=oui")))
        .hasStatus(302);
  }

  private MvcTestResult post(String address, Member who, Map<String, String> fields) {
    var request = web.post().uri(address).with(who.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult ask(String code, String words, String kind, Map<String, String> more) {
    var fields = new HashMap<>(Map.of("code", code, "askFr", words, "kind", kind, "place", "40"));
    fields.put("active", "yes");
    fields.putAll(more);
    return post(questions, chief, fields);
  }

  private MvcTestResult report(Map<String, String> answers) {
    var request =
        web.post()
            .uri("/fr/report/" + category)
            .multipart()
            .with(r -> {
              r.setRemoteAddr("2001:db8:9:" + SENDERS.incrementAndGet() + "::1");
              return r;
            })
            .param("place", "devant l’école")
            .param("words", "Il fait noir.")
            .param("form", UUID.randomUUID().toString());
    answers.forEach((code, said) -> request.param("attribute[" + code + "]", said));
    return request.content(new byte[10]).exchange();
  }

  private static Reference reference(MvcTestResult answer) throws Exception {
    var found = REFERENCE.matcher(answer.getResponse().getContentAsString());
    assertThat(found.find()).isTrue();
    return Reference.read(found.group(1)).orElseThrow();
  }

  @Test
  void aNeededAnswerThatIsMissingIsAskedForAndWhatWasTypedStays() {
    assertThat(report(Map.of("pole", "A 12")))
        .hasStatus(422)
        .bodyText()
        .contains("attribute-danger-error", "Répondez à cette question", "value=\"A 12\"");
  }

  @Test
  void aQuestionIsOnlyNeededAndKeptWhereItsConditionIsMet() throws Exception {
    assertThat(report(Map.of("danger", "oui")))
        .hasStatus(422)
        .bodyText()
        .contains("attribute-why-error");
    var harmless = reference(report(Map.of("danger", "non", "why", "ne compte pas")));
    assertThat(requests.answers(requests.find(harmless).orElseThrow()))
        .extracting(answer -> answer.said())
        .containsExactly("Non");
    var danger = reference(report(Map.of("danger", "oui", "why", "un fil pend")));
    assertThat(requests.answers(requests.find(danger).orElseThrow()))
        .extracting(answer -> answer.said())
        .containsExactly("Oui", "un fil pend");
  }

  @Test
  void theAgentReadsEveryAnswerTheCaseTooAndThePublicOnlyTheOpenOnes() throws Exception {
    var reference = reference(report(Map.of("danger", "oui", "why", "un fil pend", "pole", "A12")));
    assertThat(web.get().uri("/fr/staff/requests/" + reference).with(ana.here()).exchange())
        .hasStatusOk()
        .bodyText()
        .contains("un fil pend", "A12", "pour les agents");
    assertThat(
            work.find(reference.toString(), Actor.CONSOLE)
                .orElseThrow()
                .thread()
                .getFirst()
                .words())
        .hasValueSatisfying(words -> assertThat(words).contains("un fil pend"));
    moderation.show(Actor.CONSOLE, reference);
    assertThat(web.get().uri("/fr/reports/" + reference).exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Est-ce dangereux")
        .doesNotContain("un fil pend", "A12");
  }

  @Test
  void whatWasChosenIsReadInEachReadersLanguageByProgramsToo() throws Exception {
    assertThat(
            ask(
                "where",
                "Où ?",
                "MULTIVALUELIST",
                Map.of("open", "yes", "optionsFr", "Trottoir\nRue", "optionsEn", "Pavement\nRoad")))
        .hasStatus(302);
    var reference = reference(report(Map.of("danger", "non", "where", "trottoir")));
    moderation.show(Actor.CONSOLE, reference);
    assertThat(web.get().uri("/en/reports/" + reference).exchange())
        .bodyText()
        .contains("Pavement")
        .doesNotContain("Trottoir");
    assertThat(web.get().uri("/fr/reports/" + reference).exchange())
        .bodyText()
        .contains("Trottoir");
    assertThat(
            web.get()
                .uri("/open311/v2/requests/" + reference + ".json?extensions=true")
                .header("Accept-Language", "en")
                .exchange())
        .bodyText()
        .contains("\"code\":\"where\"", "\"value\":\"Pavement\"")
        .doesNotContain("\"code\":\"pole\"");
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, trois, Un nombre",
    "DATETIME, 2026-02-30, Un jour",
    "DATETIME, hier, Un jour",
    "SINGLEVALUELIST, peut-etre, Choisissez dans la liste",
    "MULTIVALUELIST, peut-etre, Choisissez dans la liste",
  })
  void anAnswerThatIsNoneOfItsKindIsRefused(String kind, String said, String words) {
    var options =
        kind.endsWith("LIST") ? Map.of("optionsFr", "Oui\nNon") : Map.<String, String>of();
    assertThat(ask("more", "Encore ?", kind, options)).hasStatus(302);
    assertThat(report(Map.of("danger", "non", "more", said)))
        .hasStatus(422)
        .bodyText()
        .contains("attribute-more-error", words);
  }

  @Test
  void whatIsTooLongOrUnknownOrManyDoesNoHarm() {
    assertThat(report(Map.of("danger", "non", "pole", "x".repeat(301))))
        .hasStatus(422)
        .bodyText()
        .contains("attribute-pole-error", "trop long");
    var many = new HashMap<>(Map.of("danger", "non"));
    for (int i = 0; i < 500; i++) {
      many.put("unknown-" + i, "x");
    }
    assertThat(report(many)).hasStatusOk();
  }

  @Test
  void aConditionNamesAnOptionOfAQuestionThatStandsBefore() {
    var late = Map.of("place", "15", "condition", "danger=oui");
    assertThat(ask("early", "Avant ?", "STRING", late))
        .hasStatus(422)
        .bodyText()
        .contains("placée avant celle-ci");
    for (var condition : new String[] {"danger=peut-etre", "nothing=x", "pole="}) {
      assertThat(ask("more", "Encore ?", "STRING", Map.of("condition", condition)))
          .as(condition)
          .hasStatus(422);
    }
  }

  @Test
  void anOptionOnWhichAnotherQuestionHangsStays() {
    var change = new HashMap<>(Map.of("askFr", "Est-ce dangereux ?", "kind", "SINGLEVALUELIST"));
    change.putAll(Map.of("optionsFr", "Peut-être\nNon", "place", "20", "version", "1"));
    change.put("active", "yes");
    assertThat(post(questions + "/danger", chief, change))
        .as("its yes is gone")
        .hasStatus(422)
        .bodyText()
        .contains("Une autre question dépend");
    change.put("optionsFr", "Oui\nNon");
    change.put("place", "35");
    assertThat(post(questions + "/danger", chief, change)).as("it stands behind").hasStatus(422);
    change.put("place", "20");
    change.put("active", "");
    assertThat(post(questions + "/danger", chief, change)).as("no longer asked").hasStatus(422);
    change.put("active", "yes");
    change.put("optionsFr", "Oui\nNon\nJe ne sais pas");
    assertThat(post(questions + "/danger", chief, change)).hasStatus(302);
  }

  @Test
  void aQuestionOfTwoAdministratorsAtOnceIsOneAndTheOtherIsTold() {
    var change = Map.of("askFr", "Quel poteau ?", "kind", "STRING", "place", "10", "version", "1");
    assertThat(post(questions + "/pole", chief, change)).hasStatus(302);
    assertThat(post(questions + "/pole", chief, change)).hasStatus(409);
    assertThat(attributes.find(category, "pole").orElseThrow().active())
        .as("without its tick it is asked no longer")
        .isFalse();
  }

  @Test
  void aListNeedsOptionsThatDifferAndACodeBeginsWithALetter() {
    assertThat(ask("more", "Encore ?", "MULTIVALUELIST", Map.of())).hasStatus(422);
    assertThat(ask("more", "Encore ?", "MULTIVALUELIST", Map.of("optionsFr", "Été\nété")))
        .hasStatus(422);
    assertThat(ask("1st", "Encore ?", "STRING", Map.of())).hasStatus(422);
    assertThat(ask("pole", "Encore ?", "STRING", Map.of())).hasStatus(422);
    assertThat(ask("more", "", "STRING", Map.of())).hasStatus(422);
    assertThat(post(questions, ana, Map.of())).hasStatus(403);
    assertThat(post("/fr/staff/categories/no-such/questions", chief, Map.of("askFr", "x")))
        .hasStatus(404);
  }

  @Test
  void atTheCounterTheQuestionsComeOnceTheCategoryIsKnown() {
    var fields =
        new HashMap<>(
            Map.of(
                "category", category,
                "channel", "PHONE",
                "place", "devant l’école",
                "words", "Il fait noir.",
                "form", UUID.randomUUID().toString()));
    assertThat(post("/fr/staff/requests/new", ana, fields))
        .hasStatus(422)
        .bodyText()
        .contains("Est-ce dangereux", "attribute-danger-error");
    fields.put("attribute[danger]", "non");
    assertThat(post("/fr/staff/requests/new", ana, fields))
        .hasStatusOk()
        .bodyText()
        .contains("Reçu de la demande");
  }
}

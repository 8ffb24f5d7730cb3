package org.foyal.fibre.asking.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.cases.Cases;
import org.foyal.cases.Moving;
import org.foyal.fibre.files.Delivering;
import org.foyal.fibre.files.FibreFiles;
import org.foyal.fibre.files.Ipe;
import org.foyal.fibre.files.partners.Operator;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A resident says that a building is wrong or missing; the operator of the network answers.
@HouseTest
class SayingWhatIsWrongTest {
  private static final Pattern CODE = Pattern.compile("Code</dt><dd><strong>([^<]+)<");
  private static final AtomicInteger SENDERS = new AtomicInteger();

  @Autowired MockMvcTester web;
  @Autowired FibreFiles files;
  @Autowired Partners partners;
  @Autowired Cases cases;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  private final Member engineer = new Member(Role.OPERATOR);
  private final Member stranger = new Member(Role.OPERATOR);
  private final Member ana = new Member(Role.AGENT);
  private final String sender = "10.7.0." + SENDERS.incrementAndGet();

  @BeforeEach
  void aBuildingOfAnOperator() {
    new TwoNeighbourhoods(sql, events).settle();
    Delivering.clear(sql);
    sql.sql("truncate fibre.objection").update();
    new Delivering(files, folder).apply("0415", new Ipe().and("IMB/A"));
    partners.add(Actor.CONSOLE, new Operator("EXMP", "Opérateur des Essais", false));
    partners.add(Actor.CONSOLE, new Operator("AUTR", "Autre", false));
    partners.letSpeak(Actor.CONSOLE, engineer.id(), Optional.of("EXMP"));
    partners.letSpeak(Actor.CONSOLE, stranger.id(), Optional.of("AUTR"));
  }

  private MvcTestResult say(String question, String kind, String words, String form) {
    return web.post()
        .uri("/fr/fibre/address/wrong" + question)
        .with(request -> {
          request.setRemoteAddr(sender);
          return request;
        })
        .param("kind", kind)
        .param("words", words)
        .param("email", "voisine@example.org")
        .param("form", form)
        .exchange();
  }

  private MvcTestResult say(String question, String kind, String words) {
    return say(question, kind, words, UUID.randomUUID().toString());
  }

  private String reference() {
    return sql.sql("select reference from fibre.objection order by case_id desc limit 1")
        .query(String.class)
        .single();
  }

  private MvcTestResult desk(Member who) {
    return web.get().uri("/fr/staff/fibre/corrections").with(who.here()).with(csrf()).exchange();
  }

  private MvcTestResult answer(Member who, String verdict, String words) {
    return web.post()
        .uri("/fr/staff/fibre/corrections/" + reference())
        .param("verdict", verdict)
        .param("words", words)
        .with(who.here())
        .with(csrf())
        .exchange();
  }

  private String state() {
    return sql.sql(
            "select state || coalesce(' ' || outcome, '') from cases.case_file where id = (select max(case_id) from fibre.objection)")
        .query(String.class)
        .single();
  }

  @Test
  void oneButtonOpensACaseWithAReferenceAndACode() {
    assertThat(web.get().uri("/fr/fibre/address/wrong?building=IMB/A").exchange())
        .hasStatusOk()
        .bodyText()
        .contains("12 Rue des Essais", "name=\"kind\"");
    assertThat(say("?building=IMB/A", "STATE", "Mon voisin a la fibre."))
        .hasStatusOk()
        .bodyText()
        .contains(reference(), "L’opérateur qui construit", "Code");
    assertThat(state()).isEqualTo("RECEIVED");
  }

  @Test
  void theSameFormTwiceOpensOneCase() {
    var form = UUID.randomUUID().toString();
    say("?building=IMB/A", "STATE", "Mon voisin a la fibre.", form);
    assertThat(say("?building=IMB/A", "STATE", "Mon voisin a la fibre.", form)).hasStatusOk();
    assertThat(sql.sql("select count(*) from fibre.objection").query(Integer.class).single())
        .isOne();
  }

  @Test
  void aMissingBuildingGoesToTheOperatorOfTheNearestOne() {
    assertThat(say("?street=97299-rue-des-essais&number=14", "MISSING", "")).hasStatusOk();
    assertThat(desk(engineer)).bodyText().contains("14 Rue des Essais", "Il manque un bâtiment");
  }

  @Test
  void aBuildingThatIsNotInTheChoiceOrOnTheMapIsMissingToo() {
    assertThat(say("?lat=14.6105&lon=-61.093", "MISSING", "")).as("around, nothing").hasStatusOk();
    assertThat(desk(engineer))
        .as("the operator of the nearest building answers")
        .bodyText()
        .contains("Point 14,61050 / -61,09300")
        .containsOnlyOnce("Il manque un bâtiment<");
  }

  @Test
  void theOperatorSeesTheWordsAndNotWhoWroteThem() {
    say("?building=IMB/A", "STATE", "Mon voisin a la fibre.");
    assertThat(desk(engineer))
        .hasStatusOk()
        .bodyText()
        .contains("Mon voisin a la fibre.", "IMB/A")
        .doesNotContain("voisine@example.org", "/staff/cases/");
    assertThat(desk(stranger)).bodyText().doesNotContain("Mon voisin");
    assertThat(desk(new Member(Role.OPERATOR))).bodyText().doesNotContain("Mon voisin");
    assertThat(desk(ana)).bodyText().contains("Mon voisin", "/staff/cases/" + reference());
  }

  @Test
  void anotherOperatorMayNotAnswer() {
    say("?building=IMB/A", "STATE", "Mon voisin a la fibre.");
    assertThat(answer(stranger, "MENDED", "Voilà."))
        .hasStatus(422)
        .bodyText()
        .contains("pas à vous");
    assertThat(state()).isEqualTo("RECEIVED");
  }

  @Test
  void whatIsAgreedIsUnderWayUntilItIsMended() {
    say("?building=IMB/A", "ADDRESS", "C’est au 14.");
    assertThat(answer(engineer, "AGREED", "Vous avez raison.")).hasStatusOk();
    assertThat(state()).isEqualTo("UNDER_WAY");
    assertThat(answer(engineer, "AGREED", "Le fichier part lundi."))
        .as("again: a message")
        .hasStatusOk();
    assertThat(desk(engineer)).bodyText().contains("la correction est attendue");
    assertThat(answer(engineer, "MENDED", "C’est corrigé.")).hasStatusOk();
    assertThat(state()).isEqualTo("CLOSED DONE");
    assertThat(answer(engineer, "DISAGREED", "Encore."))
        .hasStatus(422)
        .bodyText()
        .contains("déjà sa réponse");
  }

  @Test
  void theDeskOfCasesLeadsHereAndAnswersNoneOfThem() {
    say("?building=IMB/A", "STATE", "Mon voisin a la fibre.");
    var own = "/fr/staff/fibre/" + reference();
    assertThat(web.get().uri("/fr/staff/cases/" + reference()).with(ana.here()).exchange())
        .bodyText()
        .contains(own, "sur sa propre page")
        .doesNotContain("name=\"outcome\"");
    assertThat(web.get().uri(own).with(ana.here()).with(csrf()).exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Mon voisin", "name=\"verdict\"");
    assertThat(web.get().uri(own).with(stranger.here()).with(csrf()).exchange()).hasStatus(404);
    var nobodys = "/fr/staff/fibre/0000-0000";
    assertThat(web.get().uri(nobodys).with(ana.here()).with(csrf()).exchange()).hasStatus(404);
  }

  @Test
  void whatWasClosedAndIsNotSettledIsOwedAnAnswerAgain() {
    say("?building=IMB/A", "STATE", "Mon voisin a la fibre.");
    var first = reference();
    answer(engineer, "MENDED", "C’est corrigé.");
    var again =
        cases.resume(Reference.read(first).orElseThrow(), UUID.randomUUID(), "Toujours non.");
    assertThat(again).isPresent();
    assertThat(desk(engineer)).bodyText().contains("12 Rue des Essais", "Toujours non.");
    assertThat(reference()).isNotEqualTo(first);
    assertThat(answer(engineer, "MENDED", "Cette fois, oui.")).hasStatusOk();
    assertThat(state()).isEqualTo("CLOSED DONE");
  }

  @Test
  void whatIsTakenBackIsOwedNoAnswer() throws UnsupportedEncodingException {
    var said = say("?building=IMB/A", "STATE", "Mon voisin a la fibre.");
    var code = CODE.matcher(said.getResponse().getContentAsString(StandardCharsets.UTF_8));
    assertThat(code.find()).isTrue();
    assertThat(cases.takeBack(reference(), code.group(1))).isInstanceOf(Moving.Moved.class);
    assertThat(desk(engineer)).bodyText().doesNotContain("Mon voisin");
  }

  @Test
  void whoeverDisagreesSaysWhy() {
    say("?building=IMB/A", "STATE", "Mon voisin a la fibre.");
    assertThat(answer(engineer, "DISAGREED", ""))
        .hasStatus(422)
        .bodyText()
        .contains("quelques mots");
    assertThat(answer(engineer, "NOBODY", "x")).hasStatus(422);
    assertThat(answer(engineer, "DISAGREED", "C’est un autre immeuble.")).hasStatusOk();
    assertThat(state()).isEqualTo("CLOSED REFUSED");
  }

  @Test
  void whatCanNotBeSentIsTold() {
    assertThat(say("?building=IMB/A", "", "x"))
        .hasStatus(422)
        .bodyText()
        .contains("Choisissez ce qui");
    assertThat(say("?building=IMB/A", "STATE", " \u202e\u0000 "))
        .hasStatus(422)
        .bodyText()
        .contains("Dites en quelques mots");
    assertThat(say("?building=IMB/A", "STATE", "x".repeat(2_001))).hasStatus(422);
    assertThat(say("?building=nobody", "STATE", "x")).hasStatus(404);
    assertThat(say("", "STATE", "x")).hasStatus(404);
    assertThat(
            web.post()
                .uri("/fr/staff/fibre/corrections/0000-0000")
                .param("verdict", "MENDED")
                .param("words", "x")
                .with(ana.here())
                .with(csrf())
                .exchange())
        .hasStatus(422);
  }

  @Test
  void oneSenderOpensTenAnHour() {
    for (int i = 0; i < 10; i++) {
      assertThat(say("?building=IMB/A", "STATE", "Encore " + i)).hasStatusOk();
    }
    assertThat(say("?building=IMB/A", "STATE", "Encore"))
        .hasStatus(429)
        .bodyText()
        .contains("dans une heure");
  }
}

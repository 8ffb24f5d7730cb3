package org.foyal.cases.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.Case;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.desk.Member;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Administrators write texts, agents choose one, and it comes in the language of whoever asked.
@HouseTest
class AnsweringWithATemplateTest {
  private static final String PAGE = "/fr/staff/templates";

  private final Member boss = new Member(Role.ADMIN);
  private final Member ana = new Member(Role.AGENT);

  @Autowired MockMvcTester web;
  @Autowired Templates templates;
  @Autowired Asked asked;
  @Autowired JdbcClient sql;

  private MvcTestResult get(String address, Member who) {
    return web.get().uri(address).with(who.here()).exchange();
  }

  private MvcTestResult post(String address, Map<String, String> fields) {
    var request = web.post().uri(address).with(boss.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private static Map<String, String> fields(String french, String english) {
    var fields = new HashMap<String, String>();
    fields.put("titleFr", "Lampe réparée");
    fields.put("wordsFr", french);
    fields.put("wordsEn", english);
    return fields;
  }

  private String made(String french, String english) {
    var code = "t" + UUID.randomUUID().toString().substring(0, 8);
    var fields = fields(french, english);
    fields.put("code", code);
    assertThat(post(PAGE, fields)).hasStatus(302);
    return code;
  }

  private Case asked(Language language) {
    return asked
        .by(new Asker(Optional.of("Bo"), Optional.of(Asked.address()), Optional.empty(), language))
        .opened();
  }

  private MvcTestResult chosen(Case one, String template, String into) {
    return get(
        "/fr/staff/cases/" + one.reference() + "?template=" + template + "&into=" + into, ana);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyAdministratorsWriteTemplates(Role role) {
    assertThat(get(PAGE, new Member(role))).hasStatus(role == Role.ADMIN ? 200 : 403);
  }

  @Test
  void theTextComesInTheLanguageOfWhoeverAskedWithItsBlanksFilled() {
    var code =
        made("Demande {reference}, avant le {date}.", "Request {reference}, {service}, by {date}.");
    var one = asked(Language.EN);
    assertThat(chosen(one, "%00", "move")).as("no such template").hasStatusOk();
    assertThat(chosen(one, code, "move"))
        .hasStatusOk()
        .bodyText()
        .containsPattern(
            "<textarea id=\"move-words\"[^>]*>Request " + one.reference() + ", [^{}]+, by \\d+ ")
        .doesNotContain("n’existe qu’en français");
    assertThat(chosen(asked(Language.FR), code, "write"))
        .bodyText()
        .containsPattern("<textarea id=\"write-words\"[^>]*>Demande ");
  }

  @Test
  void theAgentIsToldThatATextIsNotInTheLanguageOfWhoeverAsked() {
    var code = made("C’est réparé.", "");
    assertThat(chosen(asked(Language.GCF), code, "move"))
        .bodyText()
        .contains(">C’est réparé.</textarea>", "n’existe qu’en français");
  }

  @Test
  void theLetterIsShownBeforeAnythingIsSaved() {
    var fields = fields("C’est réparé, voir {reference}.", "It is repaired.");
    fields.put("act", "preview");
    fields.put("code", "not-saved");
    assertThat(post(PAGE, fields))
        .hasStatusOk()
        .bodyText()
        .contains("C’est réparé, voir 3333-3335.", "It is repaired.", "Elle est fermée");
    assertThat(templates.find("not-saved")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bonjour {nom}", "Bonjour {", "}{", "{{reference}}", "{reference }"})
  void whatCannotBeFilledIsRefusedAtItsField(String text) {
    var fields = fields("C’est réparé.", text);
    fields.put("code", "t" + UUID.randomUUID().toString().substring(0, 8));
    assertThat(post(PAGE, fields))
        .hasStatus(422)
        .bodyText()
        .contains("id=\"en-error\"", "Entre accolades, seulement")
        .doesNotContain("id=\"fr-error\"");
  }

  @Test
  void whatIsMissingOrTooLongIsRefusedInWords() {
    assertThat(post(PAGE, Map.of())).hasStatus(422);
    assertThat(post(PAGE, fields("x".repeat(3501), ""))).hasStatus(422);
    var longTitle = fields("C’est réparé.", "");
    longTitle.put("titleGcf", "x".repeat(151));
    assertThat(post(PAGE, longTitle)).hasStatus(422);
    assertThat(get(PAGE + "/nowhere", boss)).hasStatus(404);
    assertThatThrownBy(() ->
            sql.sql("insert into cases.template values ('t', '{\"en\": \"t\"}', '{\"fr\": \"\"}')")
                .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void theSecondOfTwoEditorsIsToldAndKeepsTheirText() {
    var code = made("C’est réparé.", "");
    var fields = fields("C’est réparé depuis hier.", "");
    fields.put("version", "1");
    fields.put("active", "yes");
    assertThat(post(PAGE + "/" + code, fields)).hasStatus(302);
    fields.put("wordsFr", "C’est <b>fini</b>.");
    assertThat(post(PAGE + "/" + code, fields))
        .hasStatus(409)
        .bodyText()
        .contains(
            "Quelqu’un a changé ce texte",
            "C’est réparé depuis hier.",
            "C’est &lt;b",
            "name=\"version\" value=\"2\"");
  }

  @Test
  void aTextThatIsNoLongerOfferedFillsNothing() {
    var code = made("C’est réparé.", "");
    var fields = fields("C’est réparé.", "");
    fields.put("version", "1");
    post(PAGE + "/" + code, fields);
    assertThat(chosen(asked(Language.FR), code, "move"))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("C’est réparé.");
    assertThat(chosen(asked(Language.FR), "%27;--", "<x>")).hasStatusOk();
  }
}

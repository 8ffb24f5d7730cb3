package org.foyal.innovation.applying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.innovation.Call;
import org.foyal.innovation.CallFixture;
import org.foyal.innovation.CallFixture.Keys;
import org.foyal.innovation.CallFixture.Member;
import org.foyal.innovation.Calls;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.people.mandates.Making;
import org.foyal.people.mandates.Mandate;
import org.foyal.people.mandates.Mandates;
import org.foyal.people.mandates.Wish;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The pages of an application: what is typed wrong is told, what comes late too, in four
/// languages.
@HouseTest
class ApplicationPagesTest {
  private static final Pattern STRONG = Pattern.compile("<dd><strong>([0-9A-Z-]{9})</strong>");

  @Autowired MockMvcTester web;
  @Autowired Calls calls;
  @Autowired Applications applications;
  @Autowired Accounts accounts;
  @Autowired Mandates mandates;
  @Autowired JdbcClient sql;

  private final Member mediator = new Member(Role.MEDIATOR);
  private CallFixture fixture;
  private Call call;

  @BeforeEach
  void anOpenCall() {
    fixture = new CallFixture(calls, applications, accounts, sql);
    call = fixture.open();
  }

  private MvcTestResult send(Keys keys, Map<String, String> fields) {
    var request = web.post().uri("/fr/applications").with(csrf());
    request.param("reference", keys.reference()).param("code", keys.code());
    fields.forEach(request::param);
    return request.exchange();
  }

  @Test
  void beginningGivesAReferenceAndACodeThatOpen() throws Exception {
    var answer = web.post().uri("/en/calls/" + call.code() + "/apply").with(csrf()).exchange();
    assertThat(answer).hasStatusOk().bodyText().contains("Keep this reference");
    var found = STRONG.matcher(answer.getResponse().getContentAsString()).results().toList();
    var keys = new Keys(found.get(0).group(1), found.get(1).group(1));
    assertThat(send(keys, Map.of())).hasStatusOk().bodyText().contains("Qui vous êtes");
    assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "K7M4-2PXX, 2222-2222, Cette référence ne peut pas être juste",
    "nothing, 2222-2222, Cette référence ne peut pas être juste"
  })
  void aReferenceThatCantBeIsTold(String reference, String code, String words) {
    assertThat(send(new Keys(reference, code), Map.of())).hasStatus(422).bodyText().contains(words);
  }

  @Test
  void aWrongCodeOpensNothing() {
    var keys = fixture.begun(call, "");
    assertThat(send(new Keys(keys.reference(), "2222-2222"), Map.of("act", "send")))
        .hasStatus(422)
        .bodyText()
        .contains("Ce code n’ouvre pas ce dossier");
  }

  @Test
  void whatIsTypedWrongIsToldWhereItIsAndStaysTyped() {
    var keys = fixture.begun(call, "");
    assertThat(
            send(
                keys,
                Map.of("act", "who", "name", "Ana", "born", "hier", "email", "x", "phone", "1")))
        .hasStatus(422)
        .bodyText()
        .contains("quatre chiffres", "value=\"hier\"");
    assertThat(send(keys, Map.of("act", "project", "title", "T", "euros", "-5")))
        .hasStatus(422)
        .bodyText()
        .contains("euros entiers", "value=\"-5\"");
    assertThat(send(keys, Map.of("act", "answers", "answer1", "a".repeat(3001))))
        .hasStatus(422)
        .bodyText()
        .contains("trop long");
    assertThat(send(keys, Map.of("act", "detach", "file", "'; drop"))).hasStatusOk();
  }

  @Test
  void afterTheDeadlineItIsRefusedWithASentence() {
    var keys = fixture.ready(call);
    fixture.close(call);
    assertThat(send(keys, Map.of("act", "send")))
        .hasStatus(422)
        .bodyText()
        .contains("La date limite est passée", "le guichet, 0596 00 00 00");
    assertThat(web.get().uri("/fr/calls/" + call.code() + "/apply").exchange())
        .hasStatusOk()
        .bodyText()
        .doesNotContain("Commencer</button>");
    assertThat(web.post().uri("/fr/calls/" + call.code() + "/apply").with(csrf()).exchange())
        .hasStatus(422);
  }

  @Test
  void sentTwiceItSaysSo() {
    var keys = fixture.sent(call);
    assertThat(send(keys, Map.of("act", "send")))
        .hasStatusOk()
        .bodyText()
        .contains("déjà été envoyé");
  }

  @Test
  void aHostileFileIsRefusedWithAReasonAndNothingIsKept() {
    var keys = fixture.begun(call, "");
    var svg =
        new MockMultipartFile(
            "upload", "a.pdf", "application/pdf", CallFixture.bytes("<svg onload='x'/>"));
    assertThat(
            web.post()
                .uri("/fr/applications/files")
                .multipart()
                .file(svg)
                .content(new byte[100]) // the gate wants an announced length
                .param("reference", keys.reference())
                .param("code", keys.code())
                .with(csrf())
                .exchange())
        .hasStatus(422)
        .bodyText()
        .contains("upload-error");
    assertThat(applications.open(keys.reference(), keys.code()).orElseThrow().files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fr, , Jeunes idées, Qui peut répondre",
    "en, , Jeunes idées, Who may apply",
    "gcf, , Jeunes idées, Ki moun pé réponn",
    "en, es, Ideas jóvenes, Quién puede presentarse"
  })
  void aCallIsReadInFourLanguages(String language, String in, String title, String words) {
    var query = in == null ? "" : "?in=" + in;
    assertThat(web.get().uri("/" + language + "/calls/" + call.code() + query).exchange())
        .hasStatusOk()
        .bodyText()
        .contains(title, words)
        .satisfies(text -> assertThat(text.contains("lang=\"es\">")).isTrue());
  }

  @Test
  void switchingTheHousesLanguageLeavesSpanishBehind() {
    assertThat(web.get().uri("/fr/calls?in=es").exchange())
        .bodyText()
        .contains("Convocatorias de proyectos", "href=\"/en/calls\"")
        .doesNotContain("href=\"/en/calls?in=es\"");
  }

  @Test
  void anApplicationInSpanishStaysInSpanish() {
    var keys = fixture.begun(call, "");
    assertThat(send(keys, Map.of("in", "es", "act", "project", "title", "Pan")))
        .bodyText()
        .contains("Guardado.", "name=\"in\" value=\"es\"");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theCounterIsForWhoeverHelps(Role role) {
    boolean helps = role == Role.ADMIN || role == Role.AGENT || role == Role.MEDIATOR;
    assertThat(web.get().uri("/fr/staff/calls/counter").with(new Member(role).here()).exchange())
        .hasStatus(helps ? 200 : 403);
    assertThat(web.get().uri("/fr/staff/calls").with(new Member(role).here()).exchange())
        .hasStatus(role == Role.ADMIN ? 200 : 403);
  }

  private MvcTestResult counter(Map<String, String> more) {
    var fields = new HashMap<>(Map.of("call", call.code(), "language", "gcf"));
    fields.put("form", UUID.randomUUID().toString());
    fields.putAll(more);
    var request = web.post().uri("/fr/staff/calls/counter").with(mediator.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  @Test
  void atTheCounterAnApplicationIsBegunForSomebodyWhoIsThere() {
    assertThat(counter(Map.of())).hasStatusOk().bodyText().contains("Donnez la référence");
    assertThat(counter(Map.of("email", "ana@example.org")))
        .hasStatus(422)
        .bodyText()
        .contains("Demandez d’abord à la personne");
    assertThat(counter(Map.of("call", "none"))).hasStatus(422);
  }

  @Test
  void underAMandateThatIsNotTheirsNothingIsBegun() {
    int before = applications.drafts(call.code());
    assertThat(counter(Map.of("mandate", "K7M4-2PXR"))).hasStatus(422);
    assertThat(applications.drafts(call.code())).isEqualTo(before);
  }

  /// The person reads in the journal of their mandate that it was begun for them, once.
  @Test
  void underTheirMandateAnApplicationIsBegunAndStandsInTheJournalOnce() {
    var helper = new Actor(mediator.id(), "Ana", "127.0.0.1");
    var wish =
        new Wish(
            UUID.randomUUID(),
            "Man Tètè",
            "",
            31,
            List.of("innovation.apply"),
            Language.FR,
            Optional.of(Mandate.How.SPOKEN),
            Optional.empty(),
            false);
    var mandate = ((Making.Made) mandates.make(helper, wish)).mandate();
    int before = applications.drafts(call.code());
    var form =
        Map.of("mandate", mandate.reference().toString(), "form", UUID.randomUUID().toString());
    assertThat(counter(form)).hasStatusOk().bodyText().contains("Donnez la référence");
    assertThat(counter(form)).hasStatusOk();
    assertThat(applications.drafts(call.code())).isEqualTo(before + 1);
    assertThat(
            mandates.find(mediator.id(), mandate.id()).orElseThrow().journal().stream()
                .filter(entry -> entry.what() == Mandate.What.ACT))
        .hasSize(1);
  }
}

package org.foyal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Cases;
import org.foyal.cases.Question.Delay;
import org.foyal.kernel.Position;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.requests.moderation.Moderation;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A resident reports: what, where, details; no account, no script.
@HouseTest
class ReportingTest {
  private static final Pattern REFERENCE = Pattern.compile("/reports/([0-9A-Z]{4}-[0-9A-Z]{4})");

  private static final AtomicInteger SENDERS = new AtomicInteger();

  @Autowired MockMvcTester web;
  @Autowired Requests requests;
  @Autowired Moderation moderation;
  @Autowired Categories categories;
  @Autowired Cases cases;
  @Autowired CaseWork work;
  @Autowired JdbcClient sql;

  private final String category = "c" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void aCategory() {
    categories.add(
        Actor.CONSOLE,
        new Category(
            category,
            Told.inFrench("Rues " + category),
            Told.inFrench("Lampadaire éteint " + category),
            "lumière noir",
            Optional.empty(),
            new Delay(5, false, Silence.NOTHING),
            0,
            true,
            false,
            1));
  }

  private MvcTestResult get(String address) {
    return web.get().uri(address).exchange();
  }

  private MvcTestResult send(Map<String, String> fields, List<byte[]> photos, String from) {
    var request =
        web.post()
            .uri("/fr/report/" + category)
            .multipart()
            .with(r -> {
              r.setRemoteAddr(from);
              return r;
            });
    fields.forEach((name, value) -> request.param(name, value));
    for (var photo : photos) {
      var part = new MockPart("photo", "p.jpg", photo);
      request.part(part);
    }
    return request.content(new byte[10]).exchange();
  }

  /// A sender of its own, as reports are counted by sender.
  private static String from() {
    return "2001:db8:" + Integer.toHexString(SENDERS.incrementAndGet()) + "::1";
  }

  private Map<String, String> filled() {
    return Map.of(
        "place", "devant l’école", "words", "Il fait noir.", "form", UUID.randomUUID().toString());
  }

  private static Reference reference(MvcTestResult answer) throws Exception {
    var found = REFERENCE.matcher(answer.getResponse().getContentAsString());
    assertThat(found.find()).isTrue();
    return Reference.read(found.group(1)).orElseThrow();
  }

  private static byte[] picture(String type) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), type, out);
    return out.toByteArray();
  }

  @Test
  void aCategoryIsFoundByPlainWordsWithOrWithoutAccents() {
    assertThat(get("/fr/report?q=LUMIERE")).bodyText().contains("Lampadaire éteint " + category);
    assertThat(get("/fr/report?q=eteint " + category)).bodyText().contains(category);
    assertThat(get("/fr/report?q=" + "x".repeat(5000))).hasStatusOk();
    assertThat(get("/fr/report?q=zzzz")).bodyText().contains("Rien ne va avec ces mots");
    assertThat(get("/fr/report/no-such-category")).hasStatus(404);
  }

  @Test
  void aReportIsFiledWithoutAccountAndItsPageShowsNoWordsYet() throws Exception {
    var answer = send(filled(), List.of(picture("jpg"), picture("png")), from());
    assertThat(answer)
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .bodyText()
        .contains("C’est envoyé", "objectif", "Notez la référence et le code");
    var page = "/fr/reports/" + reference(answer);
    assertThat(get(page))
        .hasStatusOk()
        .bodyText()
        .contains("Reçue", "attendent qu’un agent", "pas encore relu")
        .doesNotContain("Il fait noir", "devant l’école", "<img");
    var report = requests.find(reference(answer)).orElseThrow();
    assertThat(report.photos()).hasSize(2);
    assertThat(get("/photos/" + report.photos().getFirst())).hasStatus(404);
    moderation.show(Actor.CONSOLE, report.reference());
    assertThat(get(page)).bodyText().contains("Il fait noir", "devant l’école", "<img");
    assertThat(get("/photos/" + report.photos().getFirst())).hasStatusOk();
    moderation.hide(new Actor(UUID.randomUUID(), "Ana", "127.0.0.1"), report.reference(), "person");
    assertThat(get(page))
        .bodyText()
        .contains("une personne est nommée")
        .doesNotContain("Il fait noir");
    assertThat(get("/photos/" + report.photos().getFirst())).hasStatus(404);
  }

  @Test
  void theSameFormTwiceAndAtOnceIsOneReport() throws Exception {
    var fields = filled();
    Callable<MvcTestResult> sending = () -> send(fields, List.of(), "192.0.2.9");
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var came = people.invokeAll(List.of(sending, sending, sending, sending));
      var references = new ArrayList<Reference>();
      for (var one : came) {
        assertThat(one.get()).hasStatusOk();
        references.add(reference(one.get()));
      }
      assertThat(references.stream().distinct()).hasSize(1);
    }
    assertThat(
            sql.sql("select count(*) from requests.report where category = :c")
                .param("c", category)
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void aReportNearbyIsShownBeforeATwinIsFiledAndMeTooCountsOnceAForm() throws Exception {
    var here = new java.util.HashMap<>(filled());
    here.put("lat", "14.601000");
    here.put("lon", "-61.070000");
    var reference = reference(send(here, List.of(), from()));
    assertThat(get("/fr/report/" + category + "?lat=14.601300&lon=-61.070100"))
        .as("some 35 m away")
        .bodyText()
        .contains("Déjà signalé tout près", "/fr/reports/" + reference);
    assertThat(get("/fr/report/" + category + "?lat=14.602000&lon=-61.070000"))
        .as("111 m away")
        .bodyText()
        .doesNotContain("Déjà signalé tout près");
    assertThat(requests.near(category, new Position(14.6013, -61.0701))).hasSize(1);
    var form = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      assertThat(
              web.post().uri("/fr/reports/" + reference + "/join").param("form", form).exchange())
          .hasStatus(302);
    }
    assertThat(get("/fr/reports/" + reference)).bodyText().contains("une autre personne");
    assertThat(web.post().uri("/fr/reports/" + reference + "/join").param("form", "x").exchange())
        .hasStatus(400);
  }

  @Test
  void whatIsMissingOrWrongIsToldAndNothingTypedIsLost() throws Exception {
    assertThat(send(Map.of("words", "Il fait noir."), List.of(), from()))
        .hasStatus(422)
        .bodyText()
        .contains("Dites où c’est", "Il fait noir.</textarea>");
    assertThat(send(Map.of("place", "ici", "words", " \u0000\u202e "), List.of(), from()))
        .hasStatus(422)
        .bodyText()
        .contains("Dites ce qui se passe");
    var wrong =
        Map.of("place", "ici", "words", "x", "email", "pas une adresse", "phone", "<script>");
    assertThat(send(wrong, List.of(), from()))
        .hasStatus(422)
        .bodyText()
        .contains("email-error", "phone-error", "value=\"pas une adresse\"")
        .doesNotContain("<script>\"");
    assertThat(send(filled(), List.of("<svg onload=1>".getBytes(StandardCharsets.UTF_8)), from()))
        .hasStatus(422)
        .bodyText()
        .contains("photo-error");
    var six = new ArrayList<byte[]>();
    for (int i = 0; i < 6; i++) {
      six.add(picture("png"));
    }
    assertThat(send(filled(), six, from())).hasStatus(422).bodyText().contains("Cinq photos");
    assertThat(
            sql.sql("select count(*) from requests.report where category = :c")
                .param("c", category)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aPictureOfAHundredMegabytesIsTurnedAwayByItsLength() {
    assertThat(
            web.post()
                .uri("/fr/report/" + category)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .content(new byte[100_000_000])
                .exchange())
        .hasStatus(413);
  }

  @Test
  void aPlaceThatIsNoneIsAskedAgain() {
    for (var where :
        List.of("lat=x&lon=y", "lat=91&lon=0", "lat=1e9&lon=2", "lat=NaN&lon=NaN", "lat=14.6")) {
      assertThat(get("/fr/report/" + category + "?" + where))
          .hasStatusOk()
          .bodyText()
          .contains("Rue, adresse ou lieu");
    }
  }

  @Test
  void aFloodFromOneSenderIsSlowedDownAndToldAndOthersAreNot() {
    var from = "198.51.100.7";
    for (int i = 0; i < 20; i++) {
      assertThat(send(filled(), List.of(), from)).hasStatusOk();
    }
    assertThat(send(filled(), List.of(), from))
        .hasStatus(429)
        .bodyText()
        .contains("demandez à un guichet", "Il fait noir.</textarea>");
    assertThat(send(filled(), List.of(), "198.51.100.8")).hasStatusOk();
  }

  @Test
  void theListShowsTheNewestFirstAndFiltersByCategory() throws Exception {
    var first = reference(send(filled(), List.of(), from()));
    var second = reference(send(filled(), List.of(), from()));
    var text = get("/fr/reports?category=" + category).getResponse().getContentAsString();
    assertThat(text).contains(first.toString(), second.toString());
    assertThat(text.indexOf(second.toString())).isLessThan(text.indexOf(first.toString()));
    assertThat(get("/fr/reports?category=%27&area=zz&below=-1")).hasStatusOk();
    long last = requests.find(second).orElseThrow().caseId();
    assertThat(get("/fr/reports?category=" + category + "&below=" + last))
        .bodyText()
        .contains(first.toString())
        .doesNotContain(second.toString());
    assertThat(get("/fr/reports/3333-3335")).hasStatus(404);
    assertThat(get("/fr/reports/3333-3333")).hasStatus(404);
  }

  @Test
  void whatWasClosedButNotSettledIsOpenAgainInPublicUnderBothReferences() throws Exception {
    var here = new java.util.HashMap<>(filled());
    here.put("lat", "14.611000");
    here.put("lon", "-61.080000");
    var reference = reference(send(here, List.of(), from()));
    var asked = work.find(reference.toString(), Actor.CONSOLE).orElseThrow().asked();
    var ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");
    work.move(
        ana, reference, asked.version(), State.CLOSED, Optional.of(Outcome.DONE), "C’est réparé.");
    assertThat(get("/fr/reports/" + reference)).bodyText().contains("Fait");
    assertThat(requests.near(category, new Position(14.611, -61.08))).isEmpty();
    cases.goOn(reference.toString(), cases.code(asked), UUID.randomUUID(), "Toujours éteint.");
    var next =
        work.find(reference.toString(), ana).orElseThrow().asked().followedBy().orElseThrow();
    for (var either : List.of(reference, next)) {
      assertThat(get("/fr/reports/" + either))
          .hasStatusOk()
          .bodyText()
          .contains("Reçue")
          .doesNotContain("Fait<");
    }
    assertThat(requests.near(category, new Position(14.611, -61.08))).hasSize(1);
  }

  @Test
  void contactsAreNeverPublic() throws Exception {
    var fields = new java.util.HashMap<>(filled());
    fields.put("email", "ana.secret@example.org");
    fields.put("phone", "0696 12 34 56");
    fields.put("name", "Ana Secret");
    var answer = send(fields, List.of(), from());
    assertThat(answer).bodyText().contains("Un reçu part à votre adresse");
    var reference = reference(answer);
    moderation.show(Actor.CONSOLE, reference);
    for (var page : List.of("/fr/reports/" + reference, "/fr/reports?category=" + category)) {
      assertThat(get(page)).bodyText().doesNotContain("Secret", "secret@", "0696");
    }
  }
}

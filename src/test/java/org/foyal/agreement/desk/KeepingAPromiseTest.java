package org.foyal.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Day;
import org.foyal.agreement.Register;
import org.foyal.agreement.Signed;
import org.foyal.agreement.Standing;
import org.foyal.agreement.Writer;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The staff's forms: whoever looks after a promise says where it stands, with proof.
@HouseTest
class KeepingAPromiseTest {
  private static final Optional<Day> IN_MAY = Day.lastOf("2024-05");

  @Autowired MockMvcTester web;
  @Autowired Signed signed;
  @Autowired Register register;
  @Autowired Agreements agreements;

  private MvcTestResult post(String address, Member who, Map<String, String> fields) {
    var request = web.post().uri(address).with(who.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private static String text(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private Commitment ownedBy(Member who) {
    var promise = signed.promise(IN_MAY);
    register.setOwner(Writer.FILE, promise.code(), Optional.of(who.id()));
    return signed.now(promise.code());
  }

  @Test
  void anOwnerAddsAProofThenSaysKeptAndEverybodySeesIt() {
    var ana = new Member(Role.AGENT);
    var promise = ownedBy(ana);
    var door = "/fr/staff/commitments/" + promise.code();
    assertThat(
            post(
                door + "/state",
                ana,
                Map.of(
                    "version", "" + promise.version(),
                    "declared", "KEPT",
                    "knownOn", "2024-06-10",
                    "keptOn", "2024-06-02",
                    "whyFr", "C’est ouvert.")))
        .hasStatus(422)
        .bodyText()
        .contains("ajoutez d’abord une preuve");
    assertThat(
            post(
                door + "/evidence",
                ana,
                Map.of("titleFr", "Annonce", "address", "https://example.org/annonce")))
        .hasStatus(302);
    assertThat(
            post(
                door + "/state",
                ana,
                Map.of(
                    "version", "" + signed.now(promise.code()).version(),
                    "declared", "KEPT",
                    "knownOn", "2024-06-10",
                    "keptOn", "2024-06-02",
                    "whyFr", "C’est ouvert.")))
        .hasStatus(302);
    assertThat(signed.now(promise.code()).standing(agreements.today()))
        .isEqualTo(new Standing(Standing.State.KEPT_LATE, 2));
    assertThat(web.get().uri("/fr/commitments/" + promise.code()))
        .bodyText()
        .contains("C’est ouvert.", "https://example.org/annonce", "avec 2 jours de retard");
  }

  @Test
  void whoeverDoesNotLookAfterItIsNotShownTheForm() {
    var promise = signed.promise(IN_MAY);
    var stranger = new Member(Role.AGENT);
    var door = "/fr/staff/commitments/" + promise.code();
    assertThat(web.get().uri(door).with(stranger.here())).hasStatus(404);
    assertThat(post(door + "/state", stranger, Map.of("declared", "KEPT"))).hasStatus(404);
    assertThat(web.get().uri(door)).hasStatus(303);
    assertThat(web.get().uri("/fr/staff/agreements/new").with(stranger.here())).hasStatus(403);
  }

  @Test
  void theSecondOfTwoEditorsIsShownWhatTheFirstWroteAndKeepsHerText() {
    var ana = new Member(Role.AGENT);
    var promise = ownedBy(ana);
    var door = "/fr/staff/commitments/" + promise.code() + "/text";
    assertThat(post(door, ana, edited(promise, "Écrit par la première"))).hasStatus(302);
    var second = post(door, ana, edited(promise, "Écrit par la seconde"));
    assertThat(second).hasStatus(409);
    assertThat(text(second).replace('\u00a0', ' '))
        .contains(
            "Titre : est maintenant « Écrit par la première » ; vous avez écrit « Écrit par la"
                + " seconde »",
            "value=\"Écrit par la seconde\"");
    assertThat(signed.now(promise.code()).said().title().french())
        .isEqualTo("Écrit par la première");
  }

  @Test
  void aRefusedFormSentAgainDoesNotOverwriteWhatWasWrittenMeanwhile() {
    var ana = new Member(Role.AGENT);
    var promise = ownedBy(ana);
    var door = "/fr/staff/commitments/" + promise.code() + "/state";
    register.declare(
        Writer.FILE,
        promise.code(),
        promise.version(),
        new org.foyal.agreement.Change.State(
            Commitment.Declared.MISSED, Signed.SIGNED_ON.plusDays(9), Optional.empty()),
        org.foyal.shell.language.Told.inFrench("abandonné"));
    var typed = Map.of("version", "" + promise.version(), "declared", "UNDER_WAY");
    var refused = post(door, ana, typed);
    assertThat(refused).hasStatus(422);
    assertThat(text(refused)).contains("name=\"version\" value=\"" + promise.version() + "\"");
    var again =
        Map.of(
            "version", "" + promise.version(),
            "declared", "UNDER_WAY",
            "knownOn", "2024-06-10",
            "whyFr", "Toujours en cours");
    assertThat(post(door, ana, again)).hasStatus(409).bodyText().contains("Manqué");
  }

  private static Map<String, String> edited(Commitment from, String title) {
    return Map.of(
        "version", "" + from.version(),
        "titleFr", title,
        "theme", "training",
        "audiences", "young",
        "announced", "2024-03-15",
        "due", "2024-05",
        "sourceTitle", "Journal",
        "whyFr", "Faute de frappe");
  }

  @Test
  void aPhotoIsMadeAnewAndServedSoThatItCannotAct() throws IOException {
    var ana = new Member(Role.AGENT);
    var promise = ownedBy(ana);
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", out);
    out.write("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    assertThat(send(promise, ana, "photo.jpg", out.toByteArray())).hasStatus(302);
    var proof = agreements.evidence(promise).getFirst();
    var served = web.get().uri("/evidence/" + proof.id()).exchange();
    assertThat(served).hasStatusOk().hasContentType("image/jpeg");
    assertThat(served.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(served.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
    assertThat(
            new String(served.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1))
        .doesNotContain("<script>");
    assertThat(send(promise, ana, "encore.jpg", out.toByteArray()))
        .hasStatus(422)
        .bodyText()
        .contains("déjà parmi les preuves");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj",
        "PK\u0003\u0004 a bomb",
        "<html><script>alert(1)</script></html>",
        "MZ not a picture"
      })
  void aHostileFileIsRefusedWithACureAndNothingIsKept(String hostile) throws IOException {
    var ana = new Member(Role.AGENT);
    var promise = ownedBy(ana);
    assertThat(send(promise, ana, "photo.jpg", hostile.getBytes(StandardCharsets.ISO_8859_1)))
        .hasStatus(422)
        .bodyText()
        .contains("Photo ou document PDF\u00a0: ");
    assertThat(agreements.evidence(promise)).isEmpty();
  }

  private MvcTestResult send(Commitment promise, Member who, String name, byte[] bytes) {
    return web.post()
        .uri("/fr/staff/commitments/" + promise.code() + "/evidence")
        .multipart()
        .file(new org.springframework.mock.web.MockMultipartFile("file", name, "image/jpeg", bytes))
        .param("titleFr", "Photo du lieu")
        .content(new byte[bytes.length + 500]) // as long as a browser would announce
        .with(who.here())
        .with(csrf())
        .exchange();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "http://",
        "ftp://example.org/x",
        "https://user:secret@example.org/",
        "data:text/html,x",
        "https://exa mple.org"
      })
  void aLinkThatCouldActOrLeadsNowhereIsRefused(String address) {
    var ana = new Member(Role.AGENT);
    var promise = ownedBy(ana);
    assertThat(
            post(
                "/fr/staff/commitments/" + promise.code() + "/evidence",
                ana,
                Map.of("titleFr", "Lien", "address", address)))
        .hasStatus(422)
        .bodyText()
        .contains("Cette adresse ne peut pas être lue");
  }

  @Test
  void aStepWithoutAnOwnerIsRefused() {
    var ana = new Member(Role.AGENT);
    var promise = ownedBy(ana);
    assertThat(
            post(
                "/fr/staff/commitments/" + promise.code() + "/steps",
                ana,
                Map.of("titleFr", "Une étape", "due", "2024-06")))
        .hasStatus(422)
        .bodyText()
        .contains("Choisissez qui répond de cette étape");
    assertThat(agreements.milestones(promise)).isEmpty();
  }

  @Test
  void marksThatTurnTheWritingRoundAreLeftOut() {
    var ana = new Member(Role.AGENT);
    var promise = ownedBy(ana);
    post(
        "/fr/staff/commitments/" + promise.code() + "/evidence",
        ana,
        Map.of("titleFr", "photo\u202egpj.exe\u0007"));
    assertThat(agreements.evidence(promise).getFirst().title().french()).isEqualTo("photogpj.exe");
  }

  private final Member ada = new Member(Role.ADMIN);

  private String entered(String party) {
    var agreement = Signed.fresh("accord");
    assertThat(
            post(
                "/fr/staff/agreements/parties",
                ada,
                Map.of("code", party, "name", "Une association")))
        .hasStatus(302);
    assertThat(
            post(
                "/fr/staff/agreements/new",
                ada,
                Map.of(
                    "code", agreement,
                    "signed", "2025-02",
                    "titleFr", "Charte",
                    "sourceTitle", "Conseil municipal")))
        .hasStatus(302);
    return agreement;
  }

  private MvcTestResult promise(String agreement, String party, String title, String announced) {
    return post(
        "/fr/staff/agreements/" + agreement + "/new",
        ada,
        Map.of(
            "code",
            Signed.fresh("promesse"),
            "party",
            party,
            "titleFr",
            title,
            "theme",
            "training",
            "audiences",
            "everybody",
            "announced",
            announced,
            "due",
            "2025-12",
            "sourceTitle",
            "Conseil municipal"));
  }

  @Test
  void anAdministratorEntersAnAgreementItsPartiesAPromiseAndARenewal() {
    var party = Signed.fresh("partie");
    var agreement = entered(party);
    assertThat(
            post(
                "/fr/staff/agreements/" + agreement + "/parties",
                ada,
                Map.of("party", party, "partFr", "Signe", "signs", "yes")))
        .hasStatus(302);
    assertThat(promise(agreement, party, "Ouvrir le soir", "2025-02")).hasStatus(302);
    assertThat(
            post(
                "/fr/staff/agreements/" + agreement + "/amendments",
                ada,
                Map.of(
                    "kind", "RENEWAL",
                    "agreedOn", "2025-06-01",
                    "amendmentFr", "Prolongée",
                    "newEnd", "2027-12-31",
                    "amendmentSource", "Conseil municipal")))
        .hasStatus(302);
    assertThat(web.get().uri("/fr/agreements/" + agreement))
        .bodyText()
        .contains("Une association", "Ouvrir le soir", "Renouvellement", "31\u00a0décembre 2027");
  }

  @Test
  void aPromiseAnnouncedBeforeItsAgreementIsRefusedWithTheReason() {
    var party = Signed.fresh("partie");
    assertThat(promise(entered(party), party, "Trop tôt", "2024-02"))
        .hasStatus(422)
        .bodyText()
        .contains("avant la signature de l’accord");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2018-02-30", "0000", "31/12/2024", "9999-99-99", "١٢٣٤"})
  void aDayThatIsNoneIsRefusedInWords(String day) {
    var ana = new Member(Role.AGENT);
    var promise = ownedBy(ana);
    assertThat(
            post(
                "/fr/staff/commitments/" + promise.code() + "/state",
                ana,
                Map.of(
                    "version",
                    "" + promise.version(),
                    "declared",
                    "UNDER_WAY",
                    "knownOn",
                    day,
                    "whyFr",
                    "x")))
        .hasStatus(422);
  }
}

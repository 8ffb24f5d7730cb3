package org.foyal.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whoever came has a paper that says so, and whoever is shown it can check it; the name is on the
/// paper alone.
@HouseTest
class ProvingAttendanceTest {
  private static final Pattern SIGNS =
      Pattern.compile("Référence de l’attestation ([\\w-]{9}) Code de contrôle ([\\w-]{9})");

  @Autowired MockMvcTester web;
  @Autowired Joined joined;
  @Autowired Taught taught;
  @Autowired JdbcClient sql;
  private Visitor visitor;

  @BeforeEach
  void comes() {
    visitor = new Visitor(web);
  }

  private MvcTestResult print(Keys keys, String name) {
    return visitor.post(
        "/fr/workshops/mine/attestation",
        Map.of("reference", keys.reference(), "code", keys.code(), "name", name));
  }

  /// What is read on a paper of so many sheets.
  private static String read(MvcTestResult answer, int sheets) throws IOException {
    assertThat(answer).hasStatusOk().hasContentType("application/pdf");
    try (var paper = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
      assertThat(paper.getNumberOfPages()).isEqualTo(sheets);
      accessible(paper);
      return new PDFTextStripper().getText(paper).replaceAll("[\\s\u00a0]+", " ");
    }
  }

  private static void accessible(PDDocument paper) {
    assertThat(paper.getDocumentInformation().getTitle()).isEqualTo("Attestation de présence");
    assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo("fr");
    assertThat(paper.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    assertThat(paper.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
  }

  /// Reference and code as they stand on a paper.
  private record Signs(String reference, String code) {
    static Signs of(String text) {
      var found = SIGNS.matcher(text);
      assertThat(found.find()).as(text).isTrue();
      return new Signs(found.group(1), found.group(2));
    }
  }

  private MvcTestResult check(Signs signs) {
    return visitor.get("/fr/attestation?reference=" + signs.reference() + "&code=" + signs.code());
  }

  private Keys came(Session session, String name) {
    var keys = joined.join(session, Joined.person(name));
    joined.nearer(session, -95);
    joined.note(session, keys, State.PRESENT);
    return keys;
  }

  @Test
  void aPaperOfOneSheetSaysWhatWhenHowLongAndWhereAndThatItIsNoDiploma() throws IOException {
    var ana = came(joined.session(1), "Ana");
    var text = read(print(ana, "Ana Élise Marie-Luce"), 1);
    assertThat(text)
        .contains(
            "Attestation de présence",
            "Ana Élise Marie-Luce",
            "Écrire un e-mail",
            "90 minutes",
            "1 h 30 min",
            "Maison des tests",
            "Je sais envoyer un message avec une photo.",
            "CRCN 2.1",
            "Ce n’est pas un diplôme",
            "/fr/attestation");
    assertThat(text.indexOf("Ana Élise")).isLessThan(text.indexOf("Écrire un e-mail"));
  }

  @Test
  void theSameTwiceIsOneAttestationAndTheNameIsNotKept() throws IOException {
    var ana = came(joined.session(1), "Ana");
    var first = Signs.of(read(print(ana, "Zoé Introuvable"), 1));
    assertThat(Signs.of(read(print(ana, "Une Autre"), 1))).isEqualTo(first);
    assertThat(
            sql.sql(
                    """
                    select count(*) from learning.attestation a
                    where a.places = array[:id] and a::text like '%Introuvable%'
                    """)
                .param("id", ana.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void thePaperSaysWhetherItsNameIsTheOneThatIsKnown() throws IOException {
    var ana = came(joined.session(1), "Ana Élise");
    assertThat(read(print(ana, "  ana  ELISE "), 1))
        .contains("C’est le nom donné à l’inscription. Aucune pièce d’identité")
        .doesNotContain("n’est pas vérifié");
    for (var name : List.of("Quelqu’un d’autre", "")) {
      assertThat(read(print(ana, name), 1))
          .contains("Ce nom n’est pas vérifié", "ne prouve pas qui elle est")
          .doesNotContain("donné à l’inscription");
    }
  }

  @Test
  void withoutANameThereIsALineToFillIn() throws IOException {
    assertThat(read(print(came(joined.session(1), "Ana"), ""), 1)).contains("Nom : ……");
  }

  @Test
  void whoeverIsShownItReadsThatItExistsAndNoName() throws IOException {
    var signs = Signs.of(read(print(came(joined.session(1), "Zébulon"), "Zébulon"), 1));
    assertThat(check(signs))
        .hasStatusOk()
        .bodyText()
        .contains("existe et elle est valable", "Écrire un e-mail", "Maison des tests")
        .contains("pas le nom qui y est écrit")
        .doesNotContain("Zébulon");
    assertThat(check(new Signs(signs.reference(), "2222-2222")))
        .hasStatus(404)
        .bodyText()
        .contains("Nous ne trouvons pas");
  }

  @Test
  void aCorrectedAttendanceTakesItsForceAndAnErasedNameDoesNot() throws IOException {
    var session = joined.session(1);
    var ana = came(session, "Ana");
    var signs = Signs.of(read(print(ana, "Ana"), 1));
    joined.note(session, ana, State.NO_SHOW);
    assertThat(check(signs)).hasStatusOk().bodyText().contains("n’est plus valable");
    assertThat(print(ana, "Ana")).hasStatus(409).bodyText().contains("L’attestation est prête");
    joined.note(session, ana, State.LATE);
    assertThat(check(signs)).bodyText().contains("existe et elle est valable");
    joined.erase(ana);
    assertThat(check(signs)).hasStatusOk().bodyText().contains("existe et elle est valable");
  }

  @Test
  void beforeTheEndAndWithoutHavingComeThereIsNone() {
    var session = joined.session(2);
    var ana = joined.join(session, Joined.person("Ana"));
    joined.nearer(session, -60);
    joined.note(session, ana, State.PRESENT);
    assertThat(print(ana, "Ana")).hasStatus(409).bodyText().contains("L’attestation est prête");
    var max = joined.join(joined.session(1), Joined.person("Max"));
    assertThat(print(max, "Max")).hasStatus(409);
    assertThat(print(new Keys(0, max.reference(), "2222-2222"), "Max"))
        .hasStatus(422)
        .bodyText()
        .contains("ne va pas avec cette référence");
  }

  @Test
  void overASeriesItCountsTheSessionsThatOneCameTo() throws IOException {
    var plan =
        Taught.plan(
            joined.course(),
            taught.place("Maison des tests").id(),
            LocalDate.now(ZoneOffset.UTC).plusDays(20));
    var series = taught.series(plan, new Repetition(Optional.of(Rhythm.WEEK), 3, Set.of()));
    var ana = Joined.person("Ana");
    var first = joined.join(series.getFirst(), ana);
    var all =
        Stream.concat(
                Stream.of(first),
                series.stream().skip(1).map(one -> joined.joinAgain(one, ana, first)))
            .toList();
    for (int i = 0; i < 3; i++) {
      joined.nearer(series.get(i), -500 + 150 * i);
      joined.note(series.get(i), all.get(i), i == 1 ? State.NO_SHOW : State.PRESENT);
    }
    assertThat(read(print(all.getFirst(), "Ana"), 1)).contains("3 h");
    assertThat(check(Signs.of(read(print(all.getLast(), "Ana"), 1))))
        .bodyText()
        .contains("2 séances");
  }

  @Test
  void theDeskPrintsThemForAllWhoCameEachOnItsSheet() throws IOException {
    var session = joined.session(3);
    var all = joined.join(session, 3);
    joined.nearer(session, -80);
    joined.note(session, all.getFirst(), State.PRESENT);
    joined.note(session, all.get(1), State.LATE);
    joined.note(session, all.getLast(), State.NO_SHOW);
    var desk = "/fr/staff/learning/sessions/" + session.id() + "/attestations";
    var mediator = new Member(Role.MEDIATOR);
    assertThat(web.get().uri(desk).with(mediator.here()).exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Ana 0", "Ana 1")
        .doesNotContain("Ana 2");
    var request = web.post().uri(desk).with(mediator.here()).with(csrf());
    all.forEach(keys -> request.param("print-" + keys.id(), "yes"));
    request.param("name-" + all.getFirst().id(), "Madame Ana Zéro");
    assertThat(read(request.exchange(), 2)).contains("Madame Ana Zéro", "Nom : ……");
    assertThat(web.post().uri(desk).with(mediator.here()).with(csrf()).exchange())
        .hasStatus(422)
        .bodyText()
        .contains("Cochez au moins une personne.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>Ana</b>", "安娜", "😀", "\u0000\u202eanA"})
  void aNameThatThePaperCannotSetIsRefusedAndSignsNobodySeesAreLeftOut(String name)
      throws IOException {
    var ana = came(joined.session(1), "Ana");
    if (name.endsWith("anA")) {
      assertThat(read(print(ana, name), 1)).contains("anA");
    } else {
      assertThat(print(ana, name)).hasStatus(422).bodyText().contains("lettres latines");
    }
    assertThat(print(ana, "A".repeat(50_000))).hasStatus(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u202e", "K7M4-2PXR", "x", "<script>alert(1)</script>"})
  void whateverIsTypedToCheckIsNoTrouble(String typed) {
    assertThat(check(new Signs(typed, typed)))
        .matches(answer -> answer.getResponse().getStatus() < 500)
        .bodyText()
        .doesNotContain("<script>alert");
    assertThat(check(new Signs("", "")))
        .hasStatusOk()
        .bodyText()
        .contains("Tapez sa référence et son code");
  }

  @Test
  void wrongCodesAreCounted() {
    for (int i = 0; i < 30; i++) {
      check(new Signs("2222-2222", "2222-2222"));
    }
    assertThat(check(new Signs("2222-2222", "3333-3333")))
        .hasStatus(429)
        .bodyText()
        .contains("Trop d’essais");
  }
}

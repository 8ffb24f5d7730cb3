package org.foyal.fablab.projects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.fablab.projects.Projects.Writing;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Somebody tells what they made; the staff look at it; others carry it to their own lab.
@HouseTest
class SharingAProjectTest {
  private static final String MINE = "/fr/fablab/projects/mine";
  private static final String OKH =
      """
      okhv = "2.4"
      name = "Lampe"
      repo = "https://example.org/lampe"
      version = "1.2.0"
      license = "CERN-OHL-S-2.0"
      licensor = "Atelier d’ailleurs"
      function = "Elle éclaire."
      documentation-language = "fr"
      """;

  @Autowired MockMvcTester web;
  @Autowired Lab lab;
  @Autowired Members members;
  @Autowired Projects projects;
  @Autowired ProjectFiles files;

  private final org.foyal.cases.desk.Member fabrice = new org.foyal.cases.desk.Member(Role.FABLAB);
  private final UUID id = UUID.randomUUID();
  private Member ana;

  @BeforeEach
  void somebodyMadeALamp() {
    ana = lab.member("Ana Lampe " + id.toString().substring(0, 6));
  }

  private static Project.Told told(String title, List<String> steps) {
    return new Project.Told(
        title,
        "Elle éclaire.",
        "Lumina",
        Licence.CC_BY_SA_4_0,
        Language.FR,
        steps,
        List.of("du bois", "=1+1"));
  }

  private void written() {
    projects.write(id, ana, told("Lampe " + id, List.of("Coupez.", "Collez.")));
  }

  private void published() {
    written();
    projects.send(id, ana);
    assertThat(projects.publish(Lab.STAFF, id)).isTrue();
  }

  private String refused(Writing writing) {
    assertThat(writing).isInstanceOf(Writing.Refused.class);
    return ((Writing.Refused) writing).words();
  }

  private MvcTestResult act(Map<String, String> some) {
    var request =
        web.post()
            .uri(MINE)
            .with(csrf())
            .param("reference", ana.reference().toString())
            .param("code", members.code(ana));
    some.forEach(request::param);
    return request.exchange();
  }

  @Test
  void whatIsToldIsShownOnlyAfterTheStaffLooked() {
    var told =
        Map.of(
            "act",
            "write",
            "project",
            id.toString(),
            "title",
            "Lampe " + id,
            "purpose",
            "Elle éclaire.",
            "author",
            "Lumina",
            "licence",
            "CC-BY-SA-4.0",
            "steps",
            "Coupez.\nCollez.",
            "materials",
            "du bois");
    assertThat(act(told)).hasStatusOk().bodyText().contains("C’est enregistré", "Collez.");
    assertThat(act(Map.of("act", "send", "project", id.toString()))).hasStatusOk();
    assertThat(web.get().uri("/fr/fablab/projects/" + id)).hasStatus(404);
    assertThat(
            web.post()
                .uri("/fr/staff/fablab/projects/" + id)
                .with(fabrice.here())
                .with(csrf())
                .param("act", "publish"))
        .hasStatusOk()
        .bodyText()
        .contains("montré à tous");
    assertThat(web.get().uri("/fr/fablab/projects/" + id))
        .hasStatusOk()
        .bodyText()
        .contains("Lumina", "Coupez.", "CC-BY-SA-4.0")
        .doesNotContain("Ana Lampe");
    assertThat(web.get().uri("/en/fablab/projects")).hasStatusOk().bodyText().contains("Lumina");
  }

  @Test
  void whatIsMissingIsToldAtItsField() {
    assertThat(act(Map.of("act", "write", "project", id.toString(), "title", "Lampe")))
        .hasStatus(422)
        .bodyText()
        .contains("Écrivez quelque chose ici", "Choisissez une licence");
    projects.write(id, ana, told("Lampe", List.of()));
    assertThat(refused(projects.send(id, ana))).isEqualTo("fablab.projects.problem.steps");
  }

  @Test
  void nobodyElseWritesIt() {
    written();
    var ben = lab.member("Ben Lampe");
    assertThat(projects.write(id, ben, told("Mine", List.of()))).isInstanceOf(Writing.NotNow.class);
    assertThat(projects.send(id, ben)).isInstanceOf(Writing.NotNow.class);
    assertThat(
            web.post()
                .uri(MINE)
                .with(csrf())
                .param("reference", ana.reference().toString())
                .param("code", "AAAAAAAA"))
        .hasStatus(422);
  }

  @Test
  void theStaffGiveItBackWithWords() {
    published();
    assertThat(projects.giveBack(Lab.STAFF, id, "Ajoutez une photo.")).isTrue();
    assertThat(projects.find(id)).isEmpty();
    assertThat(act(Map.of())).bodyText().contains("Ajoutez une photo.");
  }

  /// A file of 3 GB that comes without an end in sight: read no further than it may be long.
  @Test
  void aPartOfThreeGigabytesIsRefusedWhileItStreams() throws IOException {
    written();
    var read = new AtomicLong();
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return read.incrementAndGet() > 3_000_000_000L ? -1 : 'x';
          }

          @Override
          public int read(byte[] into, int from, int most) {
            read.addAndGet(most);
            return read.get() > 3_000_000_000L ? -1 : most;
          }
        };
    assertThat(refused(projects.attach(id, ana, "part.stl", endless)))
        .isEqualTo("fablab.projects.file.too-big");
    assertThat(read.get()).isLessThan(ProjectFiles.MOST_bytes + 100_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.html", "program.exe", "noending", ".hidden", "piece.stl", "a.svg"})
  void whatIsNotWhatItsNameSaysIsRefused(String name) throws IOException {
    var bytes = new byte[] {1, 2, 0, 3};
    assertThat(files.take(name, new ByteArrayInputStream(bytes)))
        .isInstanceOf(Received.Refused.class);
  }

  @Test
  void aDrawingIsDownloadedAndActsInNoBrowser() throws IOException {
    written();
    var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    assertThat(projects.attach(id, ana, "../x/Dessin n°1.svg", stream(svg)))
        .isInstanceOf(Writing.Done.class);
    projects.send(id, ana);
    projects.publish(Lab.STAFF, id);
    var file = projects.find(id).orElseThrow().files().getFirst();
    assertThat(file.name()).isEqualTo("Dessin-n-1.svg");
    assertThat(web.get().uri("/fr/fablab/projects/" + id + "/files/" + file.id()))
        .hasStatusOk()
        .hasHeader("Content-Type", "application/octet-stream")
        .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'");
  }

  @Test
  void itsManifestIsOpenKnowHowAndComesBackAsItWent() throws IOException {
    published();
    var toml = projects.manifest(projects.find(id).orElseThrow());
    assertThat(toml).contains("okhv", "2.4", "CC-BY-SA-4.0", "Lumina");
    assertThat(ManifestToml.read(toml)).isInstanceOf(ManifestToml.Reading.Read.class);
    var out = new ByteArrayOutputStream();
    projects.archive(projects.find(id).orElseThrow(), out);
    var zip = out.toByteArray();
    var names = new java.util.ArrayList<String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names).contains("okh.toml", "README.md", "bom.csv");
    var there = lab.member("Ben Ailleurs");
    var came = projects.bring(UUID.randomUUID(), there, Language.FR, new ByteArrayInputStream(zip));
    assertThat(came).isInstanceOf(Writing.Done.class);
    assertThat(((Writing.Done) came).project().told().author()).isEqualTo("Lumina");
    assertThat(web.get().uri("/fr/fablab/projects/" + id + "/okh.toml")).hasStatusOk();
    assertThat(web.get().uri("/fr/fablab/projects/" + id + "/project.zip")).hasStatusOk();
  }

  /// Sixty megabytes: what is carried whole must not fill a telephone, nor the house.
  @Test
  void allFilesOfAProjectTogetherHaveABound() throws IOException {
    written();
    var large = ("solid lampe" + "\n".repeat(14_000_000)).getBytes(UTF_8);
    for (int i = 0; i < 4; i++) {
      assertThat(projects.attach(id, ana, "part" + i + ".stl", new ByteArrayInputStream(large)))
          .isInstanceOf(Writing.Done.class);
    }
    assertThat(refused(projects.attach(id, ana, "part4.stl", new ByteArrayInputStream(large))))
        .isEqualTo("fablab.projects.file.full");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private String bring(InputStream upload) throws IOException {
    var words = refused(projects.bring(id, ana, Language.FR, upload));
    assertThat(projects.listOf(ana)).isEmpty();
    return words;
  }

  private static InputStream zip(Map<String, byte[]> entries) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return new ByteArrayInputStream(out.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a/..\\..\\b.stl", "C:\\x.stl"})
  void anArchiveWithAPathThatLeavesItIsRefusedWhole(String path) throws IOException {
    var entries = Map.of("okh.toml", OKH.getBytes(UTF_8), path, new byte[] {1});
    assertThat(bring(zip(entries))).isEqualTo("fablab.projects.okh.slip");
  }

  @Test
  void anArchiveThatSwellsIsRefused() throws IOException {
    var entries = Map.of("part.stl", new byte[100_000_000]);
    assertThat(bring(zip(entries))).isEqualTo("fablab.projects.okh.bomb");
  }

  @Test
  void whatIsNoManifestOfOursIsRefusedWithASentence() throws IOException {
    assertThat(bring(stream("= nonsense ["))).isEqualTo("fablab.projects.okh.not-toml");
    assertThat(bring(stream(OKH.replace("2.4", "1.0")))).isEqualTo("fablab.projects.okh.version");
    assertThat(bring(stream(OKH.replace("function", "purpose"))))
        .isEqualTo("fablab.projects.okh.missing");
    assertThat(bring(stream(OKH.replace("CERN-OHL-S-2.0", "All rights reserved"))))
        .isEqualTo("fablab.projects.okh.licence");
    assertThat(bring(stream("#" + "x".repeat(200_000)))).isEqualTo("fablab.projects.okh.huge");
    assertThat(bring(zip(Map.of("readme.txt", "x".getBytes(UTF_8)))))
        .isEqualTo("fablab.projects.okh.none");
    assertThat(bring(stream("PK\u0003\u0004 cut"))).startsWith("fablab.projects.okh.");
    var many = new java.util.HashMap<String, byte[]>();
    for (int i = 0; i < 70; i++) {
      many.put("f" + i + ".txt", new byte[] {'x'});
    }
    assertThat(bring(zip(many))).isEqualTo("fablab.projects.okh.many");
  }

  @Test
  void aManifestIsBroughtThroughThePage() {
    var answer =
        web.post()
            .uri(MINE + "/files")
            .multipart()
            .file(new MockMultipartFile("upload", "okh.toml", "text/plain", OKH.getBytes(UTF_8)))
            .with(csrf())
            .content(new byte[100]) // the gate wants an announced length
            .param("reference", ana.reference().toString())
            .param("code", members.code(ana))
            .param("act", "bring")
            .exchange();
    assertThat(answer).hasStatusOk().bodyText().contains("Le projet est là", "Atelier d’ailleurs");
  }
}

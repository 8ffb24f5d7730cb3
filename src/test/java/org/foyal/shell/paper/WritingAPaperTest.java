package org.foyal.shell.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WritingAPaperTest {
  private static final String CREOLE =
      "Sé pou tout moun : lékol, fòmasion, « Mèsi anpil » — òbò lanmè-a.";

  private static Paper paper() {
    var settings =
        new Binder(
                new MapConfigurationPropertySource(
                    java.util.Map.of("foyal.shell.city-name", "Ville d’essai")))
            .bindOrCreate("foyal.shell", ShellSettings.class);
    return new Paper(settings);
  }

  private static byte[] written(String xhtml) throws IOException {
    var out = new ByteArrayOutputStream();
    paper().write(xhtml, out, "La convention, 12 mois après", Language.GCF);
    return out.toByteArray();
  }

  private static String text(PDDocument document) throws IOException {
    var reader = new PDFTextStripper();
    reader.setSortByPosition(true);
    return reader.getText(document).replaceAll("\\s+", " ");
  }

  @Test
  void aPaperHasItsTitleItsLanguageItsTypefaceAndItsLetters() throws IOException {
    var page =
        "<h1>Bilan</h1><p>"
            + CREOLE
            + " Œuvre, façade, naïf, 12 € ≥ 3 \u202f%, 🌴. Łódź Şişli.</p>";
    try (var document = Loader.loadPDF(written(page))) {
      assertThat(text(document))
          .contains(CREOLE)
          .contains("Œuvre, façade, naïf, 12 € >= 3", "Łódź Şişli");
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("La convention, 12 mois après");
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("gcf");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      try (var told = catalog.getMetadata().exportXMPMetadata()) {
        assertThat(new String(told.readAllBytes(), StandardCharsets.UTF_8)).contains("pdfuaid");
      }
      assertThat(fonts(document)).isNotEmpty().allMatch(font -> font.contains("Atkinson"));
    }
  }

  private static Set<String> fonts(PDDocument document) throws IOException {
    var names = new HashSet<String>();
    for (var page : document.getPages()) {
      for (var name : page.getResources().getFontNames()) {
        var font = page.getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        names.add(font.getName());
      }
    }
    return names;
  }

  @Test
  void whatAScreenReaderReadsIsOrderedAndNamed() throws IOException {
    var page =
        """
        <!doctype html>
        <html><head><title>x</title><style>h1 { display: none }</style></head><body>
        <h1>Bilan</h1><h2>Engagements</h2><ul><li>Premier</li><li>Second</li></ul>
        <table><caption>Dates</caption><thead><tr><th scope="col">Quoi</th><th scope="col">Quand</th></tr></thead>
        <tbody><tr><td>Place</td><td>2027</td></tr></tbody></table>
        <p>Voir <a href="https://example.org/">la page</a>.</p>
        <p><img alt="Un point" src="data:image/png;base64,%s"/></p></body></html>
        """
            .formatted(Base64.getEncoder().encodeToString(onePixel()));
    try (var document = Loader.loadPDF(written(page))) {
      assertThat(text(document))
          .containsSubsequence(
              "Bilan",
              "Engagements",
              "Premier",
              "Second",
              "Dates",
              "Quoi",
              "Place",
              "Voir la page");
      var tags = tags(document.getDocumentCatalog().getStructureTreeRoot());
      assertThat(tags).contains("H1", "H2", "L", "LI", "Table", "TH", "TD", "P", "Link", "Figure");
      assertThat(tags.indexOf("H1")).isLessThan(tags.indexOf("H2"));
      assertThat(alternates(document.getDocumentCatalog().getStructureTreeRoot()))
          .contains("Un point");
    }
  }

  private static byte[] onePixel() throws IOException {
    var out = new ByteArrayOutputStream();
    var image = new java.awt.image.BufferedImage(4, 4, java.awt.image.BufferedImage.TYPE_INT_RGB);
    javax.imageio.ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static List<String> tags(PDStructureNode node) {
    return elements(node).stream().map(PDStructureElement::getStructureType).toList();
  }

  private static List<String> alternates(PDStructureNode node) {
    return elements(node).stream()
        .map(PDStructureElement::getAlternateDescription)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private static List<PDStructureElement> elements(PDStructureNode node) {
    return node.getKids().stream()
        .filter(PDStructureElement.class::isInstance)
        .map(PDStructureElement.class::cast)
        .flatMap(kid ->
            java.util.stream.Stream.concat(java.util.stream.Stream.of(kid), elements(kid).stream()))
        .toList();
  }

  @Test
  void nothingIsFetchedAndNothingActs() throws Exception {
    var asked = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext(
        "/",
        call -> {
          asked.incrementAndGet();
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    server.start();
    try {
      var site = "http://127.0.0.1:" + server.getAddress().getPort();
      var secret = Path.of("pom.xml").toUri();
      var page =
          """
          <html><head><link rel="stylesheet" href="%1$s/a.css"/><style>@import url(%1$s/b.css);</style></head>
          <body style="background: url(%1$s/c.png)"><h1>Bilan</h1>
          <style>@import "%1$s/e.css"; @font-face { font-family: X; src: url(%1$s/f.ttf); } p { background: url(%2$s); }</style>
          <img alt="x" src="%1$s/d.png"/><img alt="x" src="%2$s"/><img alt="x" src="file:///etc/passwd"/>
          <script>app.alert(1)</script><object data="%2$s"/><iframe src="%1$s/g"/>
          <ul style="list-style-image: url(%1$s/h.png)"><li>un</li></ul>
          <p style="content: url(%1$s/i.png); font-family: X">Texte</p></body></html>
          """
              .formatted(site, secret);
      var pdf = written(page);
      assertThat(asked).hasValue(0);
      try (var document = Loader.loadPDF(pdf)) {
        assertThat(text(document)).contains("Texte").doesNotContain("alert", "root:", "artifactId");
        assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
        assertThat(document.getDocumentCatalog().getCOSObject().containsKey(COSName.AF)).isFalse();
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aPageThatIsNotWellFormedOrNamesAFileIsItsAuthorsFault() {
    for (var page :
        List.of(
            "<p>one<p>",
            "<p>&nbsp;</p>",
            "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><body>&x;</body></html>")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> written(page))
          .withMessageContaining("XHTML");
    }
  }

  @Test
  void whatPeopleTypedStaysText() throws IOException {
    var out = new ByteArrayOutputStream();
    var title = "\"; } * { display: none } </style><b>é";
    paper()
        .write(
            "<h1>A</h1><p>&lt;script&gt; &amp; co</p><p class='new-sheet'>B</p>",
            out,
            title,
            Language.FR);
    try (var document = Loader.loadPDF(out.toByteArray())) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo(title);
      assertThat(text(document))
          .contains("<script> & co")
          .contains(title)
          .contains("Ville d’essai")
          .contains("2 / 2");
    }
  }

  /// In a program of its own that gets 96 MB.
  @Test
  void twoHundredSheetsFitIntoLittleMemory() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var program =
        new ProcessBuilder(
                java,
                "-Xmx96m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                LongPaper.class.getName())
            .redirectErrorStream(true)
            .start();
    var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor()).as(said).isZero();
    assertThat(said).contains("bytes written");
  }

  static final class LongPaper {
    public static void main(String[] arguments) throws IOException {
      var page = new StringBuilder("<h1>Bilan</h1>");
      for (int i = 1; i <= 200; i++) {
        page.append("<h2 class='new-sheet'>Engagement ").append(i).append("</h2>");
        page.append(("<p>" + CREOLE.repeat(4) + "</p>").repeat(4));
        page.append("<table><tr><th>Quoi</th><td>Place ").append(i).append("</td></tr></table>");
      }
      var counted = new Counting();
      paper().write(page.toString(), counted, "Long", Language.FR);
      System.out.println(counted.bytes + " bytes written");
    }
  }

  private static final class Counting extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }
}

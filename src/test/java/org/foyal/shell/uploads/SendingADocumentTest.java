package org.foyal.shell.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionSubmitForm;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foyal.shell.uploads.Taken.Document;
import org.foyal.shell.uploads.Taken.Reason;
import org.foyal.shell.uploads.Taken.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SendingADocumentTest {
  private static final SafeUploads UPLOADS = new SafeUploads();

  @AfterAll
  static void close() {
    UPLOADS.destroy();
  }

  private interface Change {
    void to(PDDocument document) throws IOException;
  }

  /// One page that says something, changed as a test wants it.
  private static byte[] pdf(Change change) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var text = new PDPageContentStream(document, page)) {
        text.beginText();
        text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        text.newLineAtOffset(72, 700);
        text.showText("The pavement is broken.");
        text.endText();
      }
      document.getDocumentInformation().setAuthor(Planted.SECRET);
      var told = new PDMetadata(document);
      told.importXMPMetadata(Planted.text("<x>" + Planted.SECRET + "</x>"));
      document.getDocumentCatalog().setMetadata(told);
      change.to(document);
      var out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    }
  }

  private static Taken take(byte[] file) {
    return UPLOADS.take(new ByteArrayInputStream(file));
  }

  private static void refuses(Reason reason, Change change) throws IOException {
    assertThat(take(pdf(change))).isEqualTo(new Refused(reason));
  }

  @Test
  void aDocumentKeepsItsTextAndLosesItsAuthor() throws IOException {
    var sent = pdf(_ -> {});
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(Planted.SECRET);
    var document = (Document) take(sent);
    assertThat(document.pages()).isOne();
    try (var read = Loader.loadPDF(document.content().bytes())) {
      assertThat(new PDFTextStripper().getText(read)).contains("The pavement is broken.");
      assertThat(read.getDocumentInformation().getAuthor()).isNull();
      assertThat(read.getDocumentCatalog().getMetadata()).isNull();
    }
    assertThat(take(sent)).as("the same again is the same").isEqualTo(document);
  }

  @Test
  void whatStandsBehindTheEndIsGone() throws IOException {
    var document = (Document) take(Planted.joined(pdf(_ -> {}), Planted.zip()));
    assertThat(new String(document.content().bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("word/document.xml");
  }

  @Test
  void aDocumentThatActsIsRefused() throws IOException {
    refuses(
        Reason.ACTS,
        d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    refuses(Reason.ACTS, d -> d.getDocumentCatalog().setOpenAction(new PDActionLaunch()));
    refuses(Reason.ACTS, d -> link(d, new PDActionSubmitForm()));
    refuses(
        Reason.ACTS,
        d -> {
          var uri = new PDActionURI();
          uri.setURI("file:///etc/passwd");
          link(d, uri);
        });
    refuses(
        Reason.ACTS,
        d -> {
          var second = new PDActionURI();
          second.setURI("https://example.org");
          second.setNext(List.of(new PDActionJavaScript("app.alert(1)")));
          link(d, second);
        });
  }

  private static void link(PDDocument document, PDAction action) throws IOException {
    var link = new PDAnnotationLink();
    link.setAction(action);
    document.getPage(0).setAnnotations(List.of(link));
  }

  @Test
  void anActionInsideAPackedObjectIsFoundToo() throws IOException {
    try (var document =
        Loader.loadPDF(
            pdf(d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("hidden()"))))) {
      var out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.DEFAULT_COMPRESSION);
      assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1))
          .doesNotContain("JavaScript");
      assertThat(take(out.toByteArray())).isEqualTo(new Refused(Reason.ACTS));
    }
  }

  @Test
  void aLinkToAPageIsFine() throws IOException {
    assertThat(
            take(
                pdf(d -> {
                  var uri = new PDActionURI();
                  uri.setURI("https://example.org/plan");
                  link(d, uri);
                })))
        .isInstanceOf(Document.class);
  }

  @Test
  void aDocumentThatCarriesAFileIsRefused() throws IOException {
    refuses(
        Reason.CARRIES_FILES,
        d -> {
          var file = new PDComplexFileSpecification();
          file.setFile("invoice.exe");
          file.setEmbeddedFile(
              new PDEmbeddedFile(d, new ByteArrayInputStream(new byte[] {'M', 'Z'})));
          var tree = new PDEmbeddedFilesNameTreeNode();
          tree.setNames(Map.of("invoice.exe", file));
          var names = new PDDocumentNameDictionary(d.getDocumentCatalog());
          names.setEmbeddedFiles(tree);
          d.getDocumentCatalog().setNames(names);
        });
  }

  @Test
  void aFormThatOnlyOneProgramShowsIsRefused() throws IOException {
    refuses(
        Reason.FORM,
        d -> {
          var form = new PDAcroForm(d);
          form.getCOSObject().setItem(COSName.XFA, new COSStream());
          d.getDocumentCatalog().setAcroForm(form);
        });
  }

  @Test
  void aLockedDocumentIsRefusedWithOrWithoutAWordToOpenIt() throws IOException {
    for (var word : List.of("", "secret")) {
      refuses(
          Reason.LOCKED,
          d -> d.protect(new StandardProtectionPolicy("owner", word, new AccessPermission())));
    }
  }

  @Test
  void cutEmptyAndEndlessDocumentsAreRefused() throws IOException {
    var whole = pdf(_ -> {});
    assertThat(take(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(new Refused(Reason.DAMAGED));
    assertThat(take(Planted.text("%PDF-1.7\n%%EOF"))).isEqualTo(new Refused(Reason.DAMAGED));
    refuses(Reason.DAMAGED, d -> d.removePage(0));
    refuses(
        Reason.TOO_MANY_PAGES,
        d -> {
          for (int i = 0; i < 300; i++) {
            d.addPage(new PDPage());
          }
        });
  }

  @Test
  void aStreamThatSwellsIsRefusedBeforeItIsUnpacked() throws IOException {
    refuses(
        Reason.ODD_DOCUMENT,
        d -> {
          var swelling = new COSStream();
          try (var out = swelling.createRawOutputStream()) {
            out.write(Planted.zlib(200_000_000));
          }
          swelling.setItem(COSName.FILTER, COSName.FLATE_DECODE);
          d.getPage(0).getCOSObject().setItem(COSName.getPDFName("X"), swelling);
        });
  }

  @Test
  void whereOnlyAPhotoIsWantedADocumentIsRefused() throws IOException {
    var file =
        new org.springframework.mock.web.MockMultipartFile(
            "photo", "photo.jpg", "image/jpeg", pdf(_ -> {}));
    assertThat(UPLOADS.takePicture(file)).isEqualTo(new Refused(Reason.NO_PICTURE));
    assertThat(UPLOADS.take(file)).isInstanceOf(Document.class);
  }

  @Test
  void objectsThatTurnInCirclesEndSomewhere() throws IOException {
    assertThat(
            take(
                pdf(d -> {
                  var one = new COSDictionary();
                  var other = new COSDictionary();
                  one.setItem(COSName.getPDFName("Other"), other);
                  other.setItem(COSName.getPDFName("Other"), one);
                  one.setNeedToBeUpdated(true);
                  d.getPage(0).getCOSObject().setItem(COSName.getPDFName("X"), one);
                })))
        .isInstanceOf(Document.class);
  }

  @Test
  void whateverIsChangedInADocumentThereIsAnAnswer() throws IOException {
    var random = new Random(20261125);
    var whole = pdf(d -> link(d, new PDActionURI()));
    for (int i = 0; i < 300; i++) {
      var file = whole.clone();
      for (int c = 0; c < 1 + random.nextInt(30); c++) {
        file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt();
      }
      assertThat(take(file)).isNotEqualTo(new Refused(Reason.BUSY));
    }
  }
}

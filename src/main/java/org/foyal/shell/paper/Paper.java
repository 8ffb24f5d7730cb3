package org.foyal.shell.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes a paper (PDF, A4) from a page of ours.
///
/// The page is XHTML: each element closed, no entity but those of XML. It has one `h1`, headings in
/// order, tables with `th`; pictures are `data:` addresses with an `alt`. Titles, headers, page
/// numbers and the typeface are added here; scripts and everything from elsewhere are left out.
/// What is of the class `alone` is a paper by itself: it starts a sheet, whose number is not told.
@Component
public class Paper {
  private static final String PICTURE = "data:image/";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Paper.class.getClassLoader(), "org.foyal");
  private final ShellSettings city;

  Paper(ShellSettings city) {
    this.city = city;
  }

  /// The text of a template outside a view, for example `agreement/report`.
  public String draw(String template, Map<String, ? extends @Nullable Object> parameters) {
    var text = new StringOutput();
    templates.render(template + ".jte", new HashMap<String, @Nullable Object>(parameters), text);
    return text.toString();
  }

  /// Writes a paper; the stream stays open.
  ///
  /// @param xhtml a whole page, or what stands in its body
  /// @param title of the document, shown at the top of each of its sheets
  /// @throws IllegalArgumentException when the page is not well-formed, which is its author's fault
  public void write(String xhtml, OutputStream out, String title, Language language)
      throws IOException {
    var sheet = Sheet.of(xhtml, title, city.title(), language);
    try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      new PdfRendererBuilder()
          .usePDDocument(document)
          .usePdfUaAccessibility(true)
          .useExternalResourceAccessControl(
              (address, _) -> address != null && address.startsWith(PICTURE),
              ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .useExternalResourceAccessControl(
              (address, _) -> address != null && address.startsWith(PICTURE),
              ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
          .useFont(() -> font("latin-400"), "Atkinson", 400, FontStyle.NORMAL, true)
          .useFont(() -> font("latin-700"), "Atkinson", 700, FontStyle.NORMAL, true)
          .useFont(() -> font("latin-ext-400"), "AtkinsonMore", 400, FontStyle.NORMAL, true)
          .useFont(() -> font("latin-ext-700"), "AtkinsonMore", 700, FontStyle.NORMAL, true)
          .useReplacementText("?")
          .withProducer("Foyal")
          .withW3cDocument(sheet, null)
          .toStream(out)
          .run();
    }
  }

  private static InputStream font(String name) {
    return Objects.requireNonNull(
        Paper.class.getResourceAsStream("atkinson-" + name + ".ttf"), name);
  }
}

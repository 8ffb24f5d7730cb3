package org.foyal.shell.paper;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.foyal.shell.language.Language;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// A page made ready to be set on paper: read strictly, without what could act or lead outside,
/// with its title, its language and the house's style.
final class Sheet {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "script",
          "style",
          "link",
          "object",
          "embed",
          "iframe",
          "frame",
          "form",
          "base",
          "noscript",
          "svg",
          "math",
          "audio",
          "video");

  private Sheet() {}

  static Document of(String xhtml, String title, String city, Language language) {
    var text = plain(xhtml.strip().replaceFirst("(?i)^<!doctype html>", "").strip());
    boolean whole = text.toLowerCase(Locale.ROOT).startsWith("<html");
    var page = parse(whole ? text : "<html><body>" + text + "</body></html>");
    clean(page);
    var root = page.getDocumentElement();
    root.setAttribute("lang", language.code());
    var head = head(page, root);
    head.appendChild(named(page, "title", title));
    for (var name : List.of("subject", "description")) {
      var about = page.createElement("meta");
      about.setAttribute("name", name);
      about.setAttribute("content", title);
      head.appendChild(about);
    }
    head.appendChild(named(page, "style", style(title, city)));
    return page;
  }

  /// The few signs of our pages that the typeface lacks, written with those that it has.
  private static String plain(String xhtml) {
    return xhtml
        .replace("≥", "&gt;=")
        .replace("≤", "&lt;=")
        .replace("≈", "~")
        .replace("→", "-&gt;")
        .replace("\u202f", "\u00a0");
  }

  private static Element named(Document page, String name, String text) {
    var element = page.createElement(name);
    element.setTextContent(text);
    return element;
  }

  /// The head of the page, without the title and the style that it had.
  private static Element head(Document page, Element root) {
    var heads = page.getElementsByTagName("head");
    var head = heads.getLength() > 0 ? (Element) heads.item(0) : page.createElement("head");
    while (head.getFirstChild() != null) {
      head.removeChild(head.getFirstChild());
    }
    root.insertBefore(head, root.getFirstChild());
    return head;
  }

  private static void clean(Document page) {
    var all = page.getElementsByTagName("*");
    var bad = new ArrayList<Element>();
    for (int i = 0; i < all.getLength(); i++) {
      var element = (Element) all.item(i);
      var name = element.getTagName().toLowerCase(Locale.ROOT);
      boolean picture = name.equals("img");
      if (LEFT_OUT.contains(name)
          || name.contains(":")
          || (picture && !element.getAttribute("src").startsWith("data:image/"))) {
        bad.add(element);
      }
      element.removeAttribute("download");
    }
    bad.stream()
        .filter(element -> element.getParentNode() != null)
        .forEach(element -> element.getParentNode().removeChild(element));
  }

  private static Document parse(String xhtml) {
    try {
      return parser().parse(new InputSource(new StringReader(xhtml)));
    } catch (SAXException malformed) {
      throw new IllegalArgumentException(
          "the page is no XHTML: " + malformed.getMessage(), malformed);
    } catch (IOException neverInMemory) {
      throw new IllegalStateException(neverInMemory);
    }
  }

  private static DocumentBuilder parser() {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      factory.setXIncludeAware(false);
      var parser = factory.newDocumentBuilder();
      parser.setErrorHandler(new Strict());
      return parser;
    } catch (ParserConfigurationException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException fault) throws SAXException {
      throw at(fault);
    }

    @Override
    public void error(SAXParseException fault) throws SAXException {
      throw at(fault);
    }

    @Override
    public void fatalError(SAXParseException fault) throws SAXException {
      throw at(fault);
    }

    private static SAXException at(SAXParseException fault) {
      return new SAXException("line " + fault.getLineNumber() + ": " + fault.getMessage(), fault);
    }
  }

  private static String style(String title, String city) {
    return """
    @page { size: A4; margin: 24mm 20mm 22mm;
      @top-left { content: "%s"; font: 8.5pt Atkinson, AtkinsonMore; color: #47606f; }
      @top-right { content: "%s"; font: 8.5pt Atkinson, AtkinsonMore; color: #47606f; }
      @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt Atkinson; color: #47606f; } }
    @page :first { @top-right { content: ""; } }
    @page alone { @top-right { content: ""; } @bottom-right { content: ""; } }
    .alone { page: alone; }
    .alone + .alone { page-break-before: always; }
    .named { font-size: 16pt; }
    * { font-family: Atkinson, AtkinsonMore !important; }
    body { margin: 0; font-size: 10.5pt; line-height: 1.5; color: #10222e; }
    h1 { font-size: 22pt; line-height: 1.2; margin: 0 0 6mm; color: #0a3d5c; }
    h2 { font-size: 14pt; line-height: 1.25; margin: 8mm 0 2mm; color: #0a3d5c; page-break-after: avoid; }
    h3 { font-size: 11.5pt; margin: 5mm 0 1mm; page-break-after: avoid; }
    p, ul, ol, dl, table { margin: 0 0 3mm; }
    p { orphans: 3; widows: 3; }
    a { color: #0b5380; }
    table { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; }
    caption { text-align: left; font-weight: 700; padding-bottom: 1mm; }
    th, td { text-align: left; vertical-align: top; padding: 1.5mm 2mm; border-bottom: 0.3mm solid #cfdde5; }
    thead th { border-bottom: 0.5mm solid #0a3d5c; }
    tr { page-break-inside: avoid; }
    img { max-width: 100%%; }
    strong, b, th, h1, h2, h3 { font-weight: 700; }
    em, i { font-style: normal; font-weight: 700; }
    .note { background: #f1f6f9; padding: 2mm 3mm; }
    .small { font-size: 9pt; color: #47606f; }
    .new-sheet { page-break-before: always; }
    """
        .formatted(quoted(city), quoted(title));
  }

  /// A text as a style sheet writes it, each sign by its number: none of them can end the string.
  private static String quoted(String text) {
    var quoted = new StringBuilder();
    text.codePoints()
        .forEach(sign -> {
          if (sign < 128 && Character.isLetterOrDigit(sign)) {
            quoted.appendCodePoint(sign);
          } else {
            quoted.append("\\%06x".formatted(sign));
          }
        });
    return quoted.toString();
  }
}

package org.foyal.requests.published;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.foyal.requests.published.Lines.Line;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.foyal.territory.Area;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Writes reports as RSS 2.0: what the public list shows, no more.
@Component
class Feed {
  private final Words words;
  private final ShellSettings shell;
  private final SiteAddress site;

  Feed(Words words, ShellSettings shell, SiteAddress site) {
    this.words = words;
    this.shell = shell;
    this.site = site;
  }

  byte[] write(Language reader, Optional<Area> area, List<Line> lines) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      channel(xml, reader, area, lines);
      xml.writeEndDocument();
    } catch (XMLStreamException cannotBe) {
      throw new IllegalStateException(cannotBe); // a writer in memory fails for a mistake of ours
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void channel(XMLStreamWriter xml, Language reader, Optional<Area> area, List<Line> lines)
      throws XMLStreamException {
    var place = area.map(Area::name).orElse(shell.title());
    var list = "/reports" + area.map(one -> "?area=" + one.code()).orElse("");
    xml.writeStartElement("rss");
    xml.writeAttribute("version", "2.0");
    xml.writeStartElement("channel");
    element(xml, "title", words.say(reader, "requests.list") + " – " + place);
    element(xml, "link", link(reader, list));
    element(xml, "description", words.say(reader, "requests.list.lead"));
    element(xml, "language", reader.code());
    for (var line : lines) {
      item(xml, reader, line);
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void item(XMLStreamWriter xml, Language reader, Line line) throws XMLStreamException {
    var report = line.report();
    var link = link(reader, "/reports/" + report.reference());
    var title = report.title().in(reader);
    var filed = report.filedAt().atOffset(ZoneOffset.UTC);
    xml.writeStartElement("item");
    element(
        xml,
        "title",
        report.example() ? title + " (" + words.say(reader, "cases.example") + ")" : title);
    element(xml, "link", link);
    element(xml, "guid", link);
    element(xml, "pubDate", DateTimeFormatter.RFC_1123_DATE_TIME.format(filed));
    // readers take a description for HTML
    element(xml, "description", HtmlUtils.htmlEscape(description(reader, line), "UTF-8"));
    xml.writeEndElement();
  }

  private String description(Language reader, Line line) {
    var report = line.report();
    var due = line.asked().due();
    var promised =
        words.say(
            reader,
            due.objective() ? "cases.promised.objective" : "cases.promised",
            reader.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), due.promisedOn()));
    var place = line.place().map(name -> name + ". ").orElse("");
    return place
        + words.say(reader, line.state())
        + ". "
        + promised
        + (report.open() ? "\n" + report.words() : "");
  }

  private String link(Language reader, String path) {
    return site.get() + "/" + reader.code() + path;
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}

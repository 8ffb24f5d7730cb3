package org.foyal.requests.alerts;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.foyal.cases.Case;
import org.foyal.cases.Cases;
import org.foyal.requests.Report;
import org.foyal.requests.Requests;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The API door for feed readers: the newest reports as RSS 2.0, of a category, of a neighbourhood
/// or of all. It holds what the public list shows, no more.
@RestController
class FeedApi {
  private static final MediaType RSS =
      new MediaType("application", "rss+xml", StandardCharsets.UTF_8);

  private final Requests requests;
  private final Cases cases;
  private final Territory territory;
  private final Words words;
  private final ShellSettings shell;
  private final SiteAddress site;

  FeedApi(
      Requests requests,
      Cases cases,
      Territory territory,
      Words words,
      ShellSettings shell,
      SiteAddress site) {
    this.requests = requests;
    this.cases = cases;
    this.territory = territory;
    this.words = words;
    this.shell = shell;
    this.site = site;
  }

  @GetMapping("/api/reports.rss")
  ResponseEntity<byte[]> feed(
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "fr") String language)
      throws XMLStreamException {
    var reader = Language.find(language).orElse(Language.FR);
    var chosen = requests.findCategory(category).map(one -> one.code());
    var where = territory.findArea(area);
    var newest = requests.list(chosen, where.map(Area::code), Optional.empty());
    var text = new StringWriter();
    var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    xml.writeStartDocument("UTF-8", "1.0");
    write(xml, reader, where, newest);
    xml.writeEndDocument();
    return ResponseEntity.ok()
        .contentType(RSS)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void write(
      XMLStreamWriter xml, Language reader, Optional<Area> where, List<Report> newest)
      throws XMLStreamException {
    var asked = cases.list(newest.stream().map(Report::caseId).toList());
    xml.writeStartElement("rss");
    xml.writeAttribute("version", "2.0");
    xml.writeStartElement("channel");
    element(
        xml,
        "title",
        words.say(reader, "requests.list") + " – " + where.map(Area::name).orElse(shell.title()));
    element(
        xml,
        "link",
        site.get()
            + "/"
            + reader.code()
            + "/reports"
            + where.map(one -> "?area=" + one.code()).orElse(""));
    element(xml, "description", words.say(reader, "requests.list.lead"));
    element(xml, "language", reader.code());
    for (var report : newest) {
      var one = asked.get(report.caseId());
      if (one != null) {
        item(xml, reader, report, one);
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void item(XMLStreamWriter xml, Language reader, Report report, Case asked)
      throws XMLStreamException {
    var link = site.get() + "/" + reader.code() + "/reports/" + report.reference();
    var title = report.title().in(reader);
    xml.writeStartElement("item");
    element(
        xml,
        "title",
        report.example() ? title + " (" + words.say(reader, "cases.example") + ")" : title);
    element(xml, "link", link);
    element(xml, "guid", link);
    element(
        xml,
        "pubDate",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(report.filedAt().atOffset(ZoneOffset.UTC)));
    element(xml, "description", description(reader, report, asked));
    xml.writeEndElement();
  }

  private String description(Language reader, Report report, Case asked) {
    var state =
        words.say(
            reader,
            asked.outcome().map(Case.Outcome::words).orElseGet(() -> asked.state().words()));
    var promise =
        words.say(
            reader,
            asked.due().objective() ? "cases.promised.objective" : "cases.promised",
            date(reader, asked.due().promisedOn()));
    var place = report.open() ? report.place() + ". " : "";
    return place + state + ". " + promise + (report.open() ? "\n" + report.words() : "");
  }

  private static String date(Language reader, LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(reader.formats())
        .format(day);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}

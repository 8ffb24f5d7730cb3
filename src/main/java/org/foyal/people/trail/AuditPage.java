package org.foyal.people.trail;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyal.people.trail.AuditTrail.Search;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door of the audit trail: search, page by page, and everything found as CSV.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/audit")
class AuditPage {
  private static final int LONGEST_TEXT = 200;

  private final AuditTrail trail;
  private final Pages pages;
  private final Words words;
  private final ShellSettings settings;

  AuditPage(AuditTrail trail, Pages pages, Words words, ShellSettings settings) {
    this.trail = trail;
    this.pages = pages;
    this.words = words;
    this.settings = settings;
  }

  /// What the page shows.
  ///
  /// @param older the query of the next page; empty on the last one
  /// @param query the query of this search, for the CSV
  record View(Form form, List<Line> lines, Map<String, String> kinds, String older, String query) {}

  /// A line of the table, its act in words.
  record Line(Recorded recorded, String deed) {}

  /// What was typed; a date that can't be read is said to be so.
  record Form(
      @Nullable String text, @Nullable String what, @Nullable String from, @Nullable String to) {
    private static String tidy(@Nullable String typed) {
      var text = typed == null ? "" : typed.replace("\u0000", "").strip();
      return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    Search search() {
      return new Search(tidy(text), tidy(what), day(from), day(to));
    }

    boolean wrongFrom() {
      return !tidy(from).isEmpty() && day(from) == null;
    }

    boolean wrongTo() {
      return !tidy(to).isEmpty() && day(to) == null;
    }

    String textShown() {
      return tidy(text);
    }

    String whatShown() {
      return tidy(what);
    }

    String fromShown() {
      return tidy(from);
    }

    String toShown() {
      return tidy(to);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
      try {
        var day = LocalDate.parse(tidy(typed));
        return day.getYear() >= 2000 && day.getYear() < 3000 ? day : null;
      } catch (DateTimeParseException noDay) {
        return null;
      }
    }

    String query() {
      return Map.of("text", tidy(text), "what", tidy(what), "from", tidy(from), "to", tidy(to))
          .entrySet()
          .stream()
          .filter(field -> !field.getValue().isEmpty())
          .map(field ->
              field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
          .sorted()
          .collect(Collectors.joining("&"));
    }
  }

  @GetMapping
  ModelAndView search(
      Form form, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
    var language = pages.of(request).language();
    var found = trail.find(form.search(), number(before), settings.timeZone());
    var shown = found.subList(0, Math.min(AuditTrail.PAGE, found.size()));
    var query = form.query();
    var older =
        found.size() > shown.size()
            ? (query.isEmpty() ? "" : query + "&") + "before=" + shown.getLast().number()
            : "";
    var lines = shown.stream().map(act -> new Line(act, deed(language, act.act().what()))).toList();
    return new ModelAndView("people/trail/audit")
        .addObject("view", new View(form, lines, kinds(language), older, query));
  }

  @GetMapping("/acts.csv")
  void csv(Form form, HttpServletRequest request, HttpServletResponse response) throws IOException {
    var language = pages.of(request).language();
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
    var csv = CsvWriter.builder().build(response.getWriter());
    csv.writeRecord("number", "at", "account", "name", "from", "act", "deed", "about");
    trail.each(
        form.search(),
        settings.timeZone(),
        recorded -> {
          var act = recorded.act();
          var who = act.who();
          csv.writeRecord(
              Long.toString(recorded.number()),
              recorded.at().toString(),
              who == null ? "" : who.toString(),
              Plain.cell(act.name()),
              act.from(),
              act.what(),
              deed(language, act.what()),
              Plain.cell(act.about()));
        });
    csv.flush();
  }

  private Map<String, String> kinds(Language language) {
    var kinds = new TreeMap<String, String>();
    trail.kinds().forEach(kind -> kinds.put(kind, deed(language, kind)));
    return kinds;
  }

  /// An act of a room that has since forgotten its words is shown by its key.
  private String deed(Language language, String what) {
    return words.has(language, what) ? words.say(language, what) : what;
  }

  private static long number(String typed) {
    try {
      return typed.isEmpty() ? Long.MAX_VALUE : Long.parseLong(typed);
    } catch (NumberFormatException noNumber) {
      return Long.MAX_VALUE;
    }
  }
}

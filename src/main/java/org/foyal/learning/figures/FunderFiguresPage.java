package org.foyal.learning.figures;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Quarter;
import org.foyal.learning.courses.Course.Audience;
import org.foyal.learning.figures.FigureSheets.Choice;
import org.foyal.learning.figures.Held.Count;
import org.foyal.learning.figures.Snapshot.Told;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Plain;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the report that a funder asks for: a quarter, at a place or everywhere,
/// for an audience or everybody, on few sheets of paper, and as a file. Of people it shows no more
/// than what was published.
@Controller
@For({Role.MEDIATOR, Role.ADMIN, Role.AGENT, Role.ANALYST, Role.ELECTED})
@RequestMapping("/staff/learning/figures")
class FunderFiguresPage {
  /// So many quarters stand side by side.
  private static final int BESIDE = 8;

  private final FigureSheets sheets;
  private final Pages pages;

  FunderFiguresPage(FigureSheets sheets, Pages pages) {
    this.sheets = sheets;
    this.pages = pages;
  }

  @Bean
  static Door funderFiguresDoor() {
    return new Door(
        "/staff/learning/figures",
        "learning.figures.funder",
        14,
        Door.Audience.STAFF,
        Role.MEDIATOR,
        Role.ADMIN,
        Role.AGENT,
        Role.ANALYST,
        Role.ELECTED);
  }

  /// One quarter beside others.
  record Beside(String name, Count held, FigureSheet.Amount came) {}

  /// What the page shows.
  ///
  /// @param chosen what was chosen, by the name of its field
  /// @param wrong whether something was chosen that is not there
  /// @param waits since when a correction of the quarter waits
  record View(
      Map<String, String> quarters,
      Map<String, String> places,
      Map<String, String> audiences,
      Map<String, String> chosen,
      boolean wrong,
      Optional<FigureSheet> sheet,
      Optional<LocalDate> waits,
      List<Beside> beside) {
    String chosen(String field) {
      return chosen.getOrDefault(field, "");
    }

    boolean narrow() {
      return !chosen("place").isEmpty() || !chosen("audience").isEmpty();
    }

    /// The choice in addresses.
    String query() {
      return "?quarter="
          + chosen("quarter")
          + "&place="
          + chosen("place")
          + "&audience="
          + chosen("audience");
    }
  }

  @GetMapping
  ModelAndView show(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    var page = pages.of(request);
    var snapshot = sheets.snapshot();
    var choice = choice(asked, snapshot);
    var sheet = sheets.of(page, snapshot, choice);
    return new ModelAndView("learning/figures/funder")
        .addObject(
            "view",
            new View(
                FigureSheets.quarters(page, snapshot),
                sheets.places(snapshot),
                FigureSheets.audiences(page),
                Map.of(
                    "quarter", sheet.map(one -> one.told().quarter().code()).orElse(""),
                    "place", choice.place().map(UUID::toString).orElse(""),
                    "audience", choice.audience().map(Audience::name).orElse("")),
                wrong(asked, choice, snapshot),
                sheet,
                sheet.flatMap(one -> sheets.waits(one.told().quarter())),
                beside(snapshot, choice, sheet)));
  }

  private List<Beside> beside(Snapshot snapshot, Choice choice, Optional<FigureSheet> sheet) {
    return sheet.stream()
        .flatMap(one ->
            snapshot.quarters().stream()
                .limit(BESIDE)
                .map(quarter -> beside(one, snapshot.of(quarter), choice)))
        .toList();
  }

  private static Beside beside(FigureSheet sheet, Told told, Choice choice) {
    var narrowed = told.narrowed(choice.place(), choice.audience());
    var there = new FigureSheet(sheet.page(), narrowed, Map.of(), Map.of());
    return new Beside(there.quarter(), narrowed.all(), there.came());
  }

  private static Choice choice(Map<String, String> asked, Snapshot snapshot) {
    return new Choice(
        Quarter.find(asked.getOrDefault("quarter", "")).filter(snapshot.quarters()::contains),
        place(asked.getOrDefault("place", ""))
            .filter(id -> snapshot.held().stream().anyMatch(one -> one.place().equals(id))),
        Arrays.stream(Audience.values())
            .filter(one -> one.name().equals(asked.get("audience")))
            .findFirst());
  }

  private static Optional<UUID> place(String typed) {
    var text = Plain.line(typed);
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static boolean wrong(Map<String, String> asked, Choice choice, Snapshot snapshot) {
    return !snapshot.quarters().isEmpty()
        && ((named(asked, "quarter") && choice.quarter().isEmpty())
            || (named(asked, "place") && choice.place().isEmpty())
            || (named(asked, "audience") && choice.audience().isEmpty()));
  }

  private static boolean named(Map<String, String> asked, String field) {
    return !asked.getOrDefault(field, "").isEmpty();
  }

  /// The same as a file: a row a figure; of people only for the whole, since nothing is published
  /// of a place and an audience at once.
  @GetMapping("/figures.csv")
  void csv(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    var snapshot = sheets.snapshot();
    var choice = choice(asked, snapshot);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"workshops.csv\"");
    response.setHeader("Cache-Control", "no-store");
    var csv = CsvWriter.builder().build(response.getWriter());
    csv.writeRecord(FigureFile.HEADER);
    snapshot.quarters().stream()
        .filter(one -> choice.quarter().isEmpty() || choice.quarter().get().equals(one))
        .map(snapshot::of)
        .map(told ->
            choice.narrow()
                ? new Told(
                    told.quarter(),
                    told.narrowed(choice.place(), choice.audience()).held(),
                    Optional.empty())
                : told)
        .flatMap(told -> FigureRows.of(told).stream())
        .forEach(row -> csv.writeRecord(FigureFile.line(row)));
    csv.flush();
  }
}

package org.foyal.learning.places.finding;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.hours.Day;
import org.foyal.learning.places.hours.Openings;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.paper.Paper;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door to all places on paper: a page that prints on one sheet, and the same as PDF.
@Controller
class HelpSheetPage {
  /// More don't fit on a sheet that one can read.
  private static final int MOST = 12;

  private final Places places;
  private final Openings openings;
  private final Paper paper;
  private final Pages pages;
  private final Clock clock;
  private final ShellSettings shell;

  HelpSheetPage(
      Places places,
      Openings openings,
      Paper paper,
      Pages pages,
      Clock clock,
      ShellSettings shell) {
    this.places = places;
    this.openings = openings;
    this.paper = paper;
    this.pages = pages;
    this.clock = clock;
    this.shell = shell;
  }

  /// A place with its ordinary week.
  record Row(Place place, List<Day> week, boolean understood) {}

  /// What the sheet shows.
  ///
  /// @param left how many places did not fit
  record View(List<Row> rows, int left, LocalDate today) {}

  @GetMapping("/places/sheet")
  ModelAndView show() {
    return new ModelAndView("learning/places/finding/sheet").addObject("view", view());
  }

  @GetMapping("/places/sheet.pdf")
  ResponseEntity<byte[]> print(HttpServletRequest request) throws IOException {
    var page = pages.of(request);
    var out = new ByteArrayOutputStream();
    var text =
        paper.draw(
            "learning/places/finding/rows", Map.of("page", page, "view", view(), "paper", true));
    paper.write(text, out, page.say("learning.places.title"), page.language());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"places.pdf\"")
        .body(out.toByteArray());
  }

  private View view() {
    var open = places.list().stream().filter(Place::welcomes).toList();
    var rows =
        open.stream()
            .limit(MOST)
            .map(place ->
                new Row(
                    place,
                    openings.ordinaryWeek(place.hours()),
                    openings.understands(place.hours())))
            .toList();
    return new View(
        rows, open.size() - rows.size(), LocalDate.ofInstant(clock.instant(), shell.timeZone()));
  }
}

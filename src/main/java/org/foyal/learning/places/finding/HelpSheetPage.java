package org.foyal.learning.places.finding;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.hours.Day;
import org.foyal.learning.places.hours.Openings;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.paper.Paper;
import org.jspecify.annotations.Nullable;
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

  /// How many lines fit, and how many signs into one of a name and of hours.
  private static final int MOST_LINES = 44;

  private static final int NAME_signs = 34;
  private static final int HOURS_signs = 40;
  private static final int LONGEST = 120;

  private final Helpers helpers;
  private final Openings openings;
  private final Paper paper;
  private final Pages pages;
  private final Clock clock;
  private final ShellSettings shell;

  HelpSheetPage(
      Helpers helpers,
      Openings openings,
      Paper paper,
      Pages pages,
      Clock clock,
      ShellSettings shell) {
    this.helpers = helpers;
    this.openings = openings;
    this.paper = paper;
    this.pages = pages;
    this.clock = clock;
    this.shell = shell;
  }

  /// A place with its ordinary week.
  record Row(Place place, List<Day> week, boolean understood) {
    /// Hours that we can't read, as they are written, as far as there is room.
    String written() {
      return place.hours().length() > LONGEST
          ? place.hours().substring(0, LONGEST).strip() + "…"
          : place.hours();
    }

    /// How many lines it takes on paper.
    int lines() {
      int name = 1 + place.name().length() / NAME_signs;
      var address = place.address();
      int street = 1 + (address.street() + address.commune()).length() / NAME_signs;
      int hours = understood ? Said.lines(week, HOURS_signs) : 1 + written().length() / HOURS_signs;
      return Math.max(name + street, hours) + 1;
    }
  }

  /// What the sheet shows.
  ///
  /// @param here what the place is called from which the nearest ones are sought; nothing: none is
  /// @param left how many places did not fit
  record View(Wish wish, @Nullable String here, List<Row> rows, int left, LocalDate today) {
    /// Whether the nearest one stands first.
    boolean placed() {
      return here != null || wish.position().isPresent();
    }
  }

  @GetMapping("/places/sheet")
  ModelAndView show(Wish.Asked asked) {
    return new ModelAndView("learning/places/finding/sheet").addObject("view", view(asked));
  }

  @GetMapping("/places/sheet.pdf")
  ResponseEntity<byte[]> print(Wish.Asked asked, HttpServletRequest request) throws IOException {
    var page = pages.of(request);
    var out = new ByteArrayOutputStream();
    var text =
        paper.draw(
            "learning/places/finding/rows",
            Map.of("page", page, "view", view(asked), "paper", true));
    paper.write(text, out, page.say("learning.places.title"), page.language());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"places.pdf\"")
        .body(out.toByteArray());
  }

  private Row row(Place place) {
    return new Row(
        place, openings.ordinaryWeek(place.hours()), openings.understands(place.hours()));
  }

  /// The first ones, as far as they fit on one side of a sheet.
  private static List<Row> fitting(List<Row> rows) {
    int lines = 0;
    int fit = 0;
    while (fit < rows.size() && lines + rows.get(fit).lines() <= MOST_LINES) {
      lines += rows.get(fit).lines();
      fit++;
    }
    return rows.subList(0, fit);
  }

  /// Those that have what is sought before those of which nobody has told; whether one is open at
  /// this minute is nothing for paper.
  private View view(Wish.Asked asked) {
    var wish = Wish.of(asked).lasting();
    var here = helpers.here(wish);
    var open =
        helpers.find(wish, here.at()).stream()
            .filter(line -> line.place().welcomes())
            .sorted(Comparator.comparing(Line::answer))
            .map(Line::place)
            .toList();
    var rows = fitting(open.stream().limit(MOST).map(this::row).toList());
    var today = LocalDate.ofInstant(clock.instant(), shell.timeZone());
    return new View(wish, here.name().orElse(null), rows, open.size() - rows.size(), today);
  }
}

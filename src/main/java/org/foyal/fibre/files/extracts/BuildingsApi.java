package org.foyal.fibre.files.extracts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.files.partners.Keyhole;
import org.foyal.fibre.files.partners.Keyhole.Entry;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The operators' programs' door to files out: what their operator delivered, as it stood on a day,
/// in the columns of IPE or as points. What an operator delivers is not public.
@RestController
class BuildingsApi {
  private final Extracts extracts;
  private final Keyhole keyhole;
  private final Clock clock;
  private final ShellSettings shell;
  private final Pages pages;

  BuildingsApi(Extracts extracts, Keyhole keyhole, Clock clock, ShellSettings shell, Pages pages) {
    this.extracts = extracts;
    this.keyhole = keyhole;
    this.clock = clock;
    this.shell = shell;
    this.pages = pages;
  }

  @GetMapping("/api/fibre/buildings.csv")
  @Nullable ResponseEntity<?> table(
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return give(asked, request, response, true);
  }

  @GetMapping("/api/fibre/buildings.geojson")
  @Nullable ResponseEntity<?> points(
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return give(asked, request, response, false);
  }

  private @Nullable ResponseEntity<?> give(
      Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response,
      boolean table)
      throws IOException {
    return switch (keyhole.enter(request, asked, Set.of("on", "known"))) {
      case Entry.Turned(var answer) -> answer;
      case Entry.Admitted(var partner) -> {
        var at = asked(asked.get("on"), asked.get("known"), clock, shell.timeZone());
        if (at.isEmpty()) {
          var page = pages.of(request);
          yield Keyhole.no(
              page, HttpStatus.BAD_REQUEST, "parameter", page.say("fibre.partners.api.value"));
        }
        write(extracts, Optional.of(partner.operator()), at.get(), response, table);
        yield null;
      }
    };
  }

  /// The two times that are asked for: today as known now, unless said; empty where a day is none.
  static Optional<AsOf> asked(
      @Nullable String on, @Nullable String known, Clock clock, ZoneId zone) {
    var now = AsOf.now(clock.instant(), zone);
    var day = on == null ? Optional.of(now.day()) : Plain.day(on);
    return known == null
        ? day.map(one -> AsOf.known(now.known(), one))
        : day.flatMap(one -> Plain.day(known).map(by -> AsOf.of(one, by, zone)));
  }

  /// Writes a file out; the staff's page does the same.
  static void write(
      Extracts extracts,
      Optional<String> operator,
      AsOf at,
      HttpServletResponse response,
      boolean table)
      throws IOException {
    var name = "buildings-" + at.day() + (table ? ".csv" : ".geojson");
    response.setContentType(table ? "text/csv;charset=UTF-8" : "application/geo+json");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    if (table) {
      extracts.writeTable(operator, at, response.getOutputStream());
    } else {
      extracts.writePoints(operator, at, response.getOutputStream());
    }
  }
}

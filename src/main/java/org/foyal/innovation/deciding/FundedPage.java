package org.foyal.innovation.deciding;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyal.innovation.voice.Voice;
import org.foyal.innovation.voice.Voices;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to what was funded.
@Controller
class FundedPage {
  private final Decisions decisions;
  private final Territory territory;
  private final Voices voices;

  FundedPage(Decisions decisions, Territory territory, Voices voices) {
    this.decisions = decisions;
    this.territory = territory;
    this.voices = voices;
  }

  /// What the page shows.
  ///
  /// @param areas names of neighbourhoods by code
  record View(Voice voice, List<Funded> funded, Map<String, String> areas, LocalDate today) {}

  @GetMapping("/calls/funded")
  ModelAndView list(HttpServletRequest request) {
    var funded = decisions.listFunded();
    var areas = new TreeMap<String, String>();
    funded.forEach(one ->
        one.area()
            .flatMap(territory::findArea)
            .ifPresent(area -> areas.put(area.code(), area.name())));
    return new ModelAndView("innovation/deciding/funded")
        .addObject("view", new View(voices.of(request), funded, areas, decisions.today()));
  }
}

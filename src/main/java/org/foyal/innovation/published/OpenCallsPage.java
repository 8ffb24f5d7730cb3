package org.foyal.innovation.published;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.foyal.innovation.Call;
import org.foyal.innovation.Call.Phase;
import org.foyal.innovation.Calls;
import org.foyal.innovation.voice.Voice;
import org.foyal.innovation.voice.Voices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to calls for projects.
@Controller
@RequestMapping("/calls")
class OpenCallsPage {
  private final Calls calls;
  private final Voices voices;

  OpenCallsPage(Calls calls, Voices voices) {
    this.calls = calls;
    this.voices = voices;
  }

  /// A call with where it stands.
  record Line(Call call, Phase phase) {}

  /// All calls.
  record View(Voice voice, List<Line> lines) {}

  /// One call.
  record One(Voice voice, Call call, Phase phase) {}

  @GetMapping
  ModelAndView list(HttpServletRequest request) {
    var now = calls.now();
    var lines = calls.listPublished().stream().map(one -> new Line(one, one.phase(now))).toList();
    return new ModelAndView("innovation/published/list")
        .addObject("view", new View(voices.of(request), lines));
  }

  @GetMapping("/{call:[a-z0-9-]{1,60}}")
  ModelAndView show(@PathVariable String call, HttpServletRequest request) {
    var found =
        calls
            .findPublished(call)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new ModelAndView("innovation/published/call")
        .addObject("one", new One(voices.of(request), found, found.phase(calls.now())));
  }
}

package org.foyal.post;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where the link of an optional letter leads: STOP, and its undoing, without an account.
///
/// Opening the link changes nothing, since mail scanners follow links; the button does, and so does
/// the one-click request of a mail program (RFC 8058), which sends the same form.
@Controller
class StopPage {
  static final String PATH = "/letters/stop";

  private final Stops stops;

  StopPage(Stops stops) {
    this.stops = stops;
  }

  /// What the page shows.
  ///
  /// @param known whether the link is one of ours
  /// @param stopped whether the person gets no optional letters
  /// @param token what the buttons send back
  /// @param changed whether that was just decided
  record View(boolean known, boolean stopped, String token, boolean changed) {}

  @GetMapping(PATH + "/{token}")
  ModelAndView ask(@PathVariable String token) {
    var stopped = stops.stopped(token);
    return page(new View(stopped.isPresent(), stopped.orElse(false), token, false));
  }

  @PostMapping(PATH + "/{token}")
  ModelAndView stop(@PathVariable String token) {
    return page(new View(stops.stop(token), true, token, true));
  }

  @PostMapping(PATH + "/{token}/undo")
  ModelAndView resume(@PathVariable String token) {
    return page(new View(stops.resume(token), false, token, true));
  }

  private static ModelAndView page(View view) {
    return new ModelAndView("post/stop", view.known() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
        .addObject("view", view);
  }
}

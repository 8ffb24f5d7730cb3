package org.foyal.people.mandates;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.people.mandates.JournalStore.Helping;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The administrators' web door to helpers: who helps under mandates, and letting somebody help
/// again who has not for long. Of the people who are helped it shows nothing.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/helpers")
class HelpersPage {
  private final Mandates mandates;
  private final Pages pages;

  HelpersPage(Mandates mandates, Pages pages) {
    this.mandates = mandates;
    this.pages = pages;
  }

  @Bean
  static Door helpersDoor() {
    return new Door("/staff/helpers", "people.mandates.helpers", 905, Door.Audience.ADMINISTRATOR);
  }

  /// What the page shows.
  ///
  /// @param done whether somebody was just let in again
  record View(List<Line> lines, boolean done) {}

  /// A helper.
  ///
  /// @param disabled whether they may not use mandates for now
  record Line(Helping helper, boolean disabled) {}

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    var lines =
        mandates.helpers().stream()
            .map(helper -> new Line(helper, mandates.isDisabled(helper.account())))
            .toList();
    return new ModelAndView("people/mandates/helpers")
        .addObject("view", new View(lines, done.equals("enabled")));
  }

  @PostMapping("/{account:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
  ModelAndView enable(@PathVariable String account, SignedIn who, HttpServletRequest request) {
    mandates.enable(Actor.of(who), UUID.fromString(account));
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/helpers?done=enabled"));
  }
}

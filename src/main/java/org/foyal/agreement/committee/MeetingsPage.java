package org.foyal.agreement.committee;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Writer;
import org.foyal.agreement.committee.Committee.Writing;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.promises.OnePage;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the meetings of an agreement's committee.
@Controller
@For({Role.ADMIN, Role.ELECTED, Role.AGENT})
@RequestMapping("/staff/agreements/{code:[a-z0-9-]{1,60}}/meetings")
class MeetingsPage {
  private static final int ON_A_PAGE = 50;

  private final Committee committee;
  private final Agreements agreements;
  private final Pages pages;

  MeetingsPage(Committee committee, Agreements agreements, Pages pages) {
    this.committee = committee;
    this.agreements = agreements;
    this.pages = pages;
  }

  /// A meeting as typed.
  record Form(@Nullable String heldOn, @Nullable String place) {
    static final Form EMPTY = new Form("", "");
  }

  /// What the page shows.
  record View(
      Agreement agreement,
      OnePage<Meeting> meetings,
      boolean administrator,
      Form form,
      Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable String code, @RequestParam(defaultValue = "1") int page, SignedIn who) {
    return page(code, who, Form.EMPTY, Map.of(), page);
  }

  @For(Role.ADMIN)
  @PostMapping
  ModelAndView plan(
      @PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var heldOn = typed.date("heldOn", form.heldOn());
    var place = typed.text("place", form.place(), 200);
    if (!typed.problems().isEmpty()) {
      return page(code, who, form, typed.problems(), 1);
    }
    return switch (committee.plan(Writer.of(who), code, heldOn, place)) {
      case Writing.Written(long meeting) ->
          new ModelAndView("redirect:" + pages.of(request).href("/staff/meetings/" + meeting));
      case Writing.Refused(Map<String, String> problems) -> page(code, who, form, problems, 1);
      case Writing.Overtaken() -> throw new IllegalStateException("nothing was there to overtake");
      case Writing.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private ModelAndView page(
      String code, SignedIn who, Form form, Map<String, String> problems, int number) {
    var agreement =
        agreements.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var meetings =
        OnePage.read(number, ON_A_PAGE, (from, most) -> committee.list(code, from, most));
    return new ModelAndView(
            "agreement/committee/meetings",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(agreement, meetings, who.administrator(), form, problems));
  }
}

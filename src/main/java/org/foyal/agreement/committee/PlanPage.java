package org.foyal.agreement.committee;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.foyal.agreement.Writer;
import org.foyal.agreement.committee.Committee.Writing;
import org.foyal.agreement.forms.Typed;
import org.foyal.shell.Page;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrator's web door to the day and the place of a meeting that is still to come.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/meetings/{id:[0-9]{1,18}}/plan")
class PlanPage {
  private final Committee committee;
  private final Pages pages;

  PlanPage(Committee committee, Pages pages) {
    this.committee = committee;
    this.pages = pages;
  }

  /// A day and a place as typed.
  record Form(@Nullable Integer version, @Nullable String heldOn, @Nullable String place) {
    static Form of(Meeting meeting) {
      return new Form(meeting.version(), meeting.heldOn().toString(), meeting.place());
    }
  }

  /// What the page shows.
  record View(Meeting meeting, Form form, Map<String, String> problems) {
    @Nullable String problem(Page page, String field) {
      var key = problems.get(field);
      return key == null ? null : page.say(key);
    }

    boolean overtaken() {
      return problems.containsKey("version");
    }

    /// What the next form is made from: after a refusal still what the refused one was.
    int formVersion() {
      var typed = form.version();
      return overtaken() || typed == null ? meeting.version() : typed;
    }
  }

  @GetMapping
  ModelAndView form(@PathVariable long id) {
    var meeting = meeting(id);
    return page(meeting, Form.of(meeting), Map.of());
  }

  @PostMapping
  ModelAndView save(@PathVariable long id, Form form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var heldOn = typed.date("heldOn", form.heldOn());
    var place = typed.text("place", form.place(), 200);
    if (!typed.problems().isEmpty()) {
      return page(meeting(id), form, typed.problems());
    }
    int version = form.version() == null ? -1 : form.version();
    return switch (committee.replan(Writer.of(who), id, version, heldOn, place)) {
      case Writing.Written(long _) ->
          new ModelAndView(
              "redirect:" + pages.of(request).href("/staff/meetings/" + id + "?done=text"));
      case Writing.Refused(Map<String, String> problems) -> page(meeting(id), form, problems);
      case Writing.Overtaken() ->
          page(meeting(id), form, Map.of("version", "agreement.problem.overtaken"));
      case Writing.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private Meeting meeting(long id) {
    return committee
        .findMeeting(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ModelAndView page(Meeting meeting, Form form, Map<String, String> problems) {
    var view = new View(meeting, form, problems);
    return new ModelAndView(
            "agreement/committee/plan",
            view.overtaken()
                ? HttpStatus.CONFLICT
                : problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }
}

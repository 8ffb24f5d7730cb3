package org.foyal.learning.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.enrolment.Closures.Affected;
import org.foyal.learning.enrolment.Closures.Days;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.people.Actor;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The mediators' web door to closing for some days, shown before it is done.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/learning/closing")
class ClosingPage {
  private static final int LONGEST_days = 31;

  private final Closures closures;
  private final Places places;
  private final SessionWords words;
  private final Pages pages;

  ClosingPage(Closures closures, Places places, SessionWords words, Pages pages) {
    this.closures = closures;
    this.places = places;
    this.words = words;
    this.pages = pages;
  }

  /// What is typed.
  record Form(
      @Nullable String from, @Nullable String until, @Nullable String place, @Nullable String why) {
    /// Why, as it was chosen.
    Optional<Why> chosen() {
      return Stream.of(Why.values()).filter(one -> one.name().equals(why)).findFirst();
    }
  }

  /// Why days are closed.
  enum Why {
    CYCLONE,
    WORKS,
    STRIKE,
    POWER;

    String words() {
      return "learning.enrolment.closing.why." + name();
    }

    Cancelled cancelled(Words words) {
      return this == CYCLONE
          ? new Cancelled(Reason.CYCLONE, Optional.empty())
          : new Cancelled(Reason.OTHER, Optional.of(words.say(Language.FR, words())));
    }
  }

  /// A session that would be cancelled.
  record Line(SessionWords.Said said, int people) {}

  /// What the page shows.
  ///
  /// @param shown whether what closing would cancel is shown
  /// @param closed how many were cancelled, once it is done
  /// @param others how many people with an appointment are, or were, affected
  record View(
      Form form,
      Map<String, String> places,
      String problem,
      boolean shown,
      List<Line> lines,
      Optional<Integer> closed,
      int others) {
    Map<String, String> whys(Page page) {
      var found = new LinkedHashMap<String, String>();
      for (var why : Why.values()) {
        found.put(why.name(), page.say(why.words()));
      }
      return found;
    }

    int people() {
      return lines.stream().mapToInt(Line::people).sum();
    }
  }

  @GetMapping
  ModelAndView show(Form form, HttpServletRequest request) {
    if (form.from() == null) {
      return page(new View(form, options(), "", false, List.of(), Optional.empty(), 0));
    }
    var days = days(form);
    if (days.isEmpty() || form.chosen().isEmpty()) {
      return refused(form);
    }
    var language = pages.of(request).language();
    var lines =
        closures.preview(days.get()).stream()
            .map((Affected one) -> new Line(words.of(one.session(), language), one.people()))
            .toList();
    return page(
        new View(form, options(), "", true, lines, Optional.empty(), closures.others(days.get())));
  }

  @PostMapping
  ModelAndView close(Form form, SignedIn who, HttpServletRequest request) {
    var days = days(form);
    var why = form.chosen();
    if (days.isEmpty() || why.isEmpty()) {
      return refused(form);
    }
    var said = why.get().cancelled(pages.of(request).words());
    int closed = closures.close(Actor.of(who), days.get(), said);
    int others = closures.closeOthers(Actor.of(who), days.get());
    return page(new View(form, options(), "", false, List.of(), Optional.of(closed), others));
  }

  private ModelAndView refused(Form form) {
    var page =
        page(
            new View(
                form,
                options(),
                "learning.enrolment.closing.problem",
                false,
                List.of(),
                Optional.empty(),
                0));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private static ModelAndView page(View view) {
    return new ModelAndView("learning/enrolment/closing").addObject("view", view);
  }

  private Optional<Days> days(Form form) {
    var from = Plain.day(form.from());
    var until = Plain.day(form.until());
    var place = Plain.line(form.place());
    if (from.isEmpty()
        || until.isEmpty()
        || until.get().isBefore(from.get())
        || until.get().isAfter(from.get().plusDays(LONGEST_days))
        || !(place.isEmpty() || options().containsKey(place))) {
      return Optional.empty();
    }
    var where = place.isEmpty() ? Optional.<UUID>empty() : Optional.of(UUID.fromString(place));
    return Optional.of(new Days(from.get(), until.get(), where));
  }

  private Map<String, String> options() {
    var found = new LinkedHashMap<String, String>();
    for (Place one : places.list()) {
      found.put(one.id().toString(), one.name());
    }
    return found;
  }
}

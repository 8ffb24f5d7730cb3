package org.foyal.innovation.reviewing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.innovation.Call;
import org.foyal.innovation.applying.Application;
import org.foyal.innovation.applying.Applications;
import org.foyal.innovation.reviewing.Review.Points;
import org.foyal.innovation.reviewing.Reviews.Seen;
import org.foyal.innovation.voice.Voice;
import org.foyal.innovation.voice.Voices;
import org.foyal.kernel.Reference;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.foyal.shell.uploads.Served;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door for whoever was asked to review a call, whatever their role.
@Controller
@For
@RequestMapping("/staff/reviews")
class ReviewsPage {
  private final Reviews reviews;
  private final Applications applications;
  private final Voices voices;

  ReviewsPage(Reviews reviews, Applications applications, Voices voices) {
    this.reviews = reviews;
    this.applications = applications;
    this.voices = voices;
  }

  @Bean
  static Door reviewsDoor() {
    return new Door("/staff/reviews", "innovation.reviews", 60, Door.Audience.STAFF);
  }

  /// What one has to review.
  record Mine(Voice voice, Map<Call, Map<Application, Optional<Review>>> calls) {}

  /// One application.
  ///
  /// @param typed the points as typed, where they were refused
  record View(Voice voice, Seen seen, Map<Integer, Line> typed, Told told) {
    @Nullable String problem(String field) {
      return told.problems().get(field);
    }

    /// The points of a criterion as they stand in the form.
    Line line(int criterion) {
      return typed.getOrDefault(criterion, new Line("", ""));
    }
  }

  /// Points as typed.
  record Line(String points, String reason) {}

  /// How an act came out.
  record Told(String done, Map<String, String> problems) {}

  @GetMapping
  ModelAndView mine(SignedIn who, HttpServletRequest request) {
    var found = new LinkedHashMap<Call, Map<Application, Optional<Review>>>();
    reviews
        .callsOf(who.id())
        .forEach(call -> found.put(call, reviews.listFor(who.id(), call.code())));
    return new ModelAndView("innovation/reviewing/mine")
        .addObject("view", new Mine(voices.of(request), found));
  }

  @GetMapping("/{reference}")
  ModelAndView show(@PathVariable String reference, SignedIn who, HttpServletRequest request) {
    return page(get(reference, who), Map.of(), new Told("", Map.of()), request);
  }

  @PostMapping("/{reference}/stake")
  ModelAndView declare(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String conflict,
      @RequestParam(defaultValue = "") String stake,
      SignedIn who,
      HttpServletRequest request) {
    var seen = get(reference, who);
    var words = Plain.text(stake);
    if (!conflict.equals("yes") && !conflict.equals("no")) {
      return page(seen, Map.of(), problem("conflict", "innovation.problem.conflict"), request);
    }
    if (conflict.equals("yes") && words.isEmpty()) {
      return page(seen, Map.of(), problem("stake", "innovation.problem.stake"), request);
    }
    var came =
        reviews.declare(
            who, seen.opened().application().reference(), conflict.equals("yes") ? words : "");
    return answer(came, reference, Map.of(), who, request);
  }

  @PostMapping("/{reference}")
  ModelAndView score(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String act,
      SignedIn who,
      HttpServletRequest request) {
    var seen = get(reference, who);
    var typed = new LinkedHashMap<Integer, Line>();
    var points = new ArrayList<Points>();
    for (var criterion : seen.opened().call().criteria()) {
      int number = criterion.number();
      var given = Plain.line(request.getParameter("points" + number));
      var reason = Plain.text(request.getParameter("reason" + number));
      typed.put(number, new Line(given, reason));
      if (!given.isEmpty() || !reason.isEmpty()) {
        points.add(
            new Points(number, given.matches("[0-5]") ? Integer.parseInt(given) : -1, reason));
      }
    }
    var came =
        reviews.score(who, seen.opened().application().reference(), points, act.equals("hand-in"));
    return answer(came, reference, typed, who, request);
  }

  private ModelAndView answer(
      Reviewing came,
      String reference,
      Map<Integer, Line> typed,
      SignedIn who,
      HttpServletRequest request) {
    var seen = get(reference, who);
    return switch (came) {
      case Reviewing.Noted() ->
          page(seen, Map.of(), new Told("innovation.reviews.noted", Map.of()), request);
      case Reviewing.Refused(var problems) -> page(seen, typed, new Told("", problems), request);
      case Reviewing.InConflict() ->
          page(seen, Map.of(), problem("act", "innovation.problem.in-conflict"), request);
      case Reviewing.NotDeclared() ->
          page(seen, Map.of(), problem("act", "innovation.problem.not-declared"), request);
      case Reviewing.HandedIn() ->
          page(seen, Map.of(), problem("act", "innovation.problem.handed-in"), request);
      case Reviewing.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private static Told problem(String field, String words) {
    return new Told("", Map.of(field, words));
  }

  /// A file, for whoever said that they have no stake.
  @GetMapping("/{reference}/files/{file:[0-9]{1,18}}")
  ResponseEntity<byte[]> file(
      @PathVariable String reference,
      @PathVariable long file,
      SignedIn who,
      HttpServletResponse response) {
    var seen = get(reference, who);
    var kept =
        Optional.of(seen)
            .filter(Seen::readable)
            .flatMap(one -> applications.file(one.opened().application(), file))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return Served.answer(kept.content(), kept.mediaType(), "piece-" + file, response);
  }

  private Seen get(String reference, SignedIn who) {
    return Reference.read(reference)
        .flatMap(read -> reviews.find(who.id(), read))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      Seen seen, Map<Integer, Line> typed, Told told, HttpServletRequest request) {
    var shown = new LinkedHashMap<Integer, Line>();
    seen.own()
        .map(Review::points)
        .orElse(List.of())
        .forEach(one ->
            shown.put(one.criterion(), new Line(Integer.toString(one.points()), one.reason())));
    shown.putAll(typed);
    return new ModelAndView(
            "innovation/reviewing/one",
            told.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(voices.of(request), seen, shown, told));
  }
}

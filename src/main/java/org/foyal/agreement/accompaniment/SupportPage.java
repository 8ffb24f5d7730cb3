package org.foyal.agreement.accompaniment;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Party;
import org.foyal.agreement.Writer;
import org.foyal.agreement.accompaniment.Accompaniment.Writing;
import org.foyal.agreement.accompaniment.Support.Kind;
import org.foyal.agreement.accompaniment.Support.Progress;
import org.foyal.agreement.accompaniment.Support.State;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.forms.Typed.Texts;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
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

/// The staff's web door to the accompaniment: entering it, moving it on, confirming it for one's
/// own side.
@Controller
@For
@RequestMapping("/staff/agreements/{code:[a-z0-9-]{1,60}}/support")
class SupportPage {
  private final Accompaniment accompaniment;
  private final Agreements agreements;
  private final Pages pages;

  SupportPage(Accompaniment accompaniment, Agreements agreements, Pages pages) {
    this.accompaniment = accompaniment;
    this.agreements = agreements;
    this.pages = pages;
  }

  /// Support as typed.
  record Form(
      @Nullable String kind,
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String giver,
      @Nullable String receiver,
      @Nullable String commitment,
      @Nullable String planned,
      @Nullable String hours,
      @Nullable String value,
      @Nullable String nextFr,
      @Nullable String nextEn,
      @Nullable String nextGcf) {
    static final Form EMPTY = new Form(null, "", "", "", null, null, null, "", "", "", "", "", "");

    /// What was typed; empty where a choice is missing.
    Optional<Support> support(String agreement, List<Party> parties, Typed typed) {
      var chosenKind = Stream.of(Kind.values()).filter(k -> k.name().equals(kind)).findFirst();
      var from = parties.stream().filter(p -> p.code().equals(giver)).findFirst();
      var to = parties.stream().filter(p -> p.code().equals(receiver)).findFirst();
      Map.of("kind", chosenKind, "giver", from, "receiver", to)
          .forEach((field, chosen) -> {
            if (chosen.isEmpty()) {
              typed.problem(field, "agreement.problem.choose");
            }
          });
      var title = typed.told("title", new Texts(titleFr, titleEn, titleGcf), 300);
      var next = typed.toldIfAny("next", new Texts(nextFr, nextEn, nextGcf), 1000);
      var day = typed.dayIfAny("planned", planned);
      var time = number(typed, "hours", hours);
      var worth = number(typed, "value", value).map(euros -> euros.movePointRight(2).longValue());
      if (chosenKind.isEmpty() || from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      var state = day.isPresent() ? State.PLANNED : State.ASKED;
      return Optional.of(
          new Support(
              0,
              agreement,
              Optional.ofNullable(commitment).filter(c -> !c.isBlank()),
              from.get(),
              to.get(),
              chosenKind.get(),
              title,
              next,
              new Progress(state, day, null, false, false),
              time,
              worth,
              Optional.empty(),
              false,
              1));
    }
  }

  /// What moves it on, as typed.
  record MoveForm(
      @Nullable Integer version,
      @Nullable String state,
      @Nullable String planned,
      @Nullable String doneOn) {}

  /// One line of the list.
  ///
  /// @param writes whether this person may move it on
  /// @param confirms whether this person may confirm it for a side that has not
  record Line(Support support, boolean writes, boolean confirms) {}

  /// What the page shows.
  record View(
      Agreement agreement,
      List<Line> lines,
      List<Party> parties,
      List<Commitment> commitments,
      boolean adds,
      Form form,
      Map<String, String> problems,
      boolean overtaken,
      String done,
      String today) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable String code, @RequestParam(defaultValue = "") String done, SignedIn who) {
    return page(
        code,
        who,
        Form.EMPTY,
        Map.of(),
        List.of("added", "moved", "confirmed").contains(done) ? done : "");
  }

  @PostMapping
  ModelAndView add(@PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var made = form.support(code, agreements.listParties(), typed);
    if (made.isEmpty() || !typed.problems().isEmpty()) {
      return page(code, who, form, typed.problems(), "");
    }
    return after(accompaniment.add(Writer.of(who), made.get()), code, who, form, "added", request);
  }

  private static Optional<BigDecimal> number(Typed typed, String field, @Nullable String text) {
    var number = Typed.clean(text).replace(',', '.').replaceAll("[\\s\u00a0\u202f]", "");
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (!number.matches("\\d{1,8}(\\.\\d{1,2})?")
        || new BigDecimal(number).signum() <= 0
        || (field.equals("hours")
            && new BigDecimal(number).compareTo(new BigDecimal(99_999)) > 0)) {
      typed.problem(field, "agreement.problem.number");
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(number));
  }

  @PostMapping("/{id:[0-9]{1,18}}")
  ModelAndView move(
      @PathVariable String code,
      @PathVariable long id,
      MoveForm form,
      SignedIn who,
      HttpServletRequest request) {
    var typed = new Typed();
    var state = Stream.of(State.values()).filter(s -> s.name().equals(form.state())).findFirst();
    if (state.isEmpty()) {
      typed.problem("state", "agreement.problem.choose");
    }
    var planned = typed.dayIfAny("planned", form.planned());
    Optional<LocalDate> doneOn = typed.dateIfAny("doneOn", form.doneOn());
    if (state.isEmpty() || !typed.problems().isEmpty()) {
      return page(code, who, Form.EMPTY, typed.problems(), "");
    }
    int version = form.version() == null ? -1 : form.version();
    var writing = accompaniment.move(Writer.of(who), id, version, state.get(), planned, doneOn);
    return after(writing, code, who, Form.EMPTY, "moved", request);
  }

  @PostMapping("/{id:[0-9]{1,18}}/confirm")
  ModelAndView confirm(
      @PathVariable String code,
      @PathVariable long id,
      @RequestParam(defaultValue = "-1") int version,
      SignedIn who,
      HttpServletRequest request) {
    return after(
        accompaniment.confirm(Writer.of(who), id, version),
        code,
        who,
        Form.EMPTY,
        "confirmed",
        request);
  }

  private ModelAndView after(
      Writing writing,
      String code,
      SignedIn who,
      Form form,
      String done,
      HttpServletRequest request) {
    return switch (writing) {
      case Writing.Written(long _) ->
          new ModelAndView(
              "redirect:"
                  + pages.of(request).href("/staff/agreements/" + code + "/support?done=" + done));
      case Writing.Refused(Map<String, String> problems) -> page(code, who, form, problems, "");
      case Writing.Overtaken() ->
          page(code, who, form, Map.of("version", "agreement.problem.overtaken"), "");
      case Writing.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private ModelAndView page(
      String code, SignedIn who, Form form, Map<String, String> problems, String done) {
    var agreement =
        agreements.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var writer = Writer.of(who);
    var parties = agreements.listParties();
    var lines =
        accompaniment.list(code).stream()
            .map(s -> new Line(s, accompaniment.mayWrite(writer, s), confirms(writer, s)))
            .toList();
    boolean adds =
        who.administrator()
            || parties.stream().anyMatch(party -> accompaniment.speaksFor(writer, party));
    var view =
        new View(
            agreement,
            lines,
            parties,
            agreements.listInOrder(code),
            adds,
            form,
            problems,
            problems.containsKey("version"),
            done,
            agreements.today().toString());
    return new ModelAndView(
            "agreement/accompaniment/desk",
            problems.containsKey("version")
                ? HttpStatus.CONFLICT
                : problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }

  private boolean confirms(Writer writer, Support support) {
    var progress = support.progress();
    return progress.state() == State.DONE
        && ((!progress.giverConfirmed() && accompaniment.speaksFor(writer, support.giver()))
            || (!progress.receiverConfirmed()
                && accompaniment.speaksFor(writer, support.receiver())));
  }
}

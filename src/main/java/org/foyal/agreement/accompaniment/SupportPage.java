package org.foyal.agreement.accompaniment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Party;
import org.foyal.agreement.Writer;
import org.foyal.agreement.accompaniment.Accompaniment.Writing;
import org.foyal.agreement.accompaniment.Support.State;
import org.foyal.agreement.accompaniment.SupportForms.EditForm;
import org.foyal.agreement.accompaniment.SupportForms.NewForm;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.promises.OnePage;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
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

/// The staff's web door to the accompaniment: entering it, changing it and how far it is,
/// confirming it for one's own side.
@Controller
@For
@RequestMapping("/staff/agreements/{code:[a-z0-9-]{1,60}}/support")
class SupportPage {
  private static final int ON_A_PAGE = 20;

  private final Accompaniment accompaniment;
  private final Agreements agreements;
  private final Pages pages;

  SupportPage(Accompaniment accompaniment, Agreements agreements, Pages pages) {
    this.accompaniment = accompaniment;
    this.agreements = agreements;
    this.pages = pages;
  }

  /// One line of the list.
  ///
  /// @param late whether it was planned for a day that has passed
  /// @param writes whether this person may change it
  /// @param confirms whether this person may confirm it for a side that has not
  /// @param form what its form shows
  /// @param problems of what was sent from its form, by field
  /// @param overtaken whether somebody else wrote before it was sent
  record Line(
      Support support,
      boolean late,
      boolean writes,
      boolean confirms,
      EditForm form,
      Map<String, String> problems,
      boolean overtaken) {
    @Nullable String problem(Page page, String field) {
      var key = problems.get(field);
      return key == null ? null : page.say(key);
    }

    /// What the next form is made from: after a refusal still what the refused one was, so that
    /// nobody is overtaken unawares.
    int formVersion() {
      var typed = form.version();
      return overtaken || typed == null ? support.version() : typed;
    }

    /// What stands now beside what was typed.
    List<String> differences(Page page) {
      return overtaken ? form.differences(page, support) : List.of();
    }
  }

  /// What was sent: new support, or a change of one.
  ///
  /// @param id which support is changed or confirmed; 0 for a new one
  /// @param changed what it shall be; nothing where nothing was typed
  private record Sent(NewForm made, long id, @Nullable EditForm changed) {
    static final Sent NOTHING = of(NewForm.EMPTY);

    static Sent to(long id) {
      return new Sent(NewForm.EMPTY, id, null);
    }

    static Sent of(NewForm made) {
      return new Sent(made, 0, null);
    }
  }

  /// What the page shows.
  ///
  /// @param problems of whatever was sent
  /// @param adding whether that was new support
  record View(
      Agreement agreement,
      OnePage<Line> lines,
      List<Party> parties,
      List<Commitment> commitments,
      boolean adds,
      NewForm form,
      Map<String, String> problems,
      boolean adding,
      String done) {
    @Nullable String problem(Page page, String field) {
      var key = adding ? problems.get(field) : null;
      return key == null ? null : page.say(key);
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable String code,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String done,
      SignedIn who) {
    var known = List.of("added", "moved", "confirmed").contains(done) ? done : "";
    return page(code, page, who, Sent.NOTHING, Map.of(), known);
  }

  @PostMapping
  ModelAndView add(
      @PathVariable String code, NewForm form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var made = form.support(code, agreements.listParties(), typed);
    var sent = Sent.of(form);
    if (made.isEmpty() || !typed.problems().isEmpty()) {
      return refused(code, who, sent, typed.problems());
    }
    return after(accompaniment.add(Writer.of(who), made.get()), code, who, sent, "added", request);
  }

  @PostMapping("/{id:[0-9]{1,18}}")
  ModelAndView edit(
      @PathVariable String code,
      @PathVariable long id,
      EditForm form,
      SignedIn who,
      HttpServletRequest request) {
    known(code, id);
    var typed = new Typed();
    var edit = form.edit(typed);
    var sent = new Sent(NewForm.EMPTY, id, form);
    if (edit.isEmpty() || !typed.problems().isEmpty()) {
      return refused(code, who, sent, typed.problems());
    }
    int version = form.version() == null ? -1 : form.version();
    var writing = accompaniment.edit(Writer.of(who), id, version, edit.get());
    return after(writing, code, who, sent, "moved", request);
  }

  @PostMapping("/{id:[0-9]{1,18}}/confirm")
  ModelAndView confirm(
      @PathVariable String code,
      @PathVariable long id,
      @RequestParam(defaultValue = "-1") int version,
      SignedIn who,
      HttpServletRequest request) {
    known(code, id);
    return after(
        accompaniment.confirm(Writer.of(who), id, version),
        code,
        who,
        Sent.to(id),
        "confirmed",
        request);
  }

  /// A number of another agreement is no address of this one.
  private void known(String code, long id) {
    var found = accompaniment.find(id).filter(support -> support.agreement().equals(code));
    if (found.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private ModelAndView after(
      Writing writing,
      String code,
      SignedIn who,
      Sent sent,
      String done,
      HttpServletRequest request) {
    return switch (writing) {
      case Writing.Written(long id) -> {
        var there = "/staff/agreements/" + code + "/support?page=" + pageOf(id) + "&done=" + done;
        yield new ModelAndView("redirect:" + pages.of(request).href(there));
      }
      case Writing.Refused(Map<String, String> problems) -> refused(code, who, sent, problems);
      case Writing.Overtaken() ->
          refused(code, who, sent, Map.of("version", "agreement.problem.overtaken"));
      case Writing.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  /// Which page of the list one stands on.
  private int pageOf(long id) {
    return accompaniment.find(id).map(accompaniment::countBefore).orElse(0) / ON_A_PAGE + 1;
  }

  private ModelAndView refused(String code, SignedIn who, Sent sent, Map<String, String> problems) {
    return page(code, pageOf(sent.id()), who, sent, problems, "");
  }

  private ModelAndView page(
      String code, int number, SignedIn who, Sent sent, Map<String, String> problems, String done) {
    var agreement =
        agreements.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var writer = Writer.of(who);
    var parties = agreements.listParties();
    boolean adds =
        who.administrator()
            || parties.stream().anyMatch(party -> accompaniment.speaksFor(writer, party));
    var view =
        new View(
            agreement,
            OnePage.read(number, ON_A_PAGE, (from, most) -> accompaniment.list(code, from, most))
                .map(s -> line(s, writer, sent, problems)),
            parties,
            agreements.listInOrder(code),
            adds,
            sent.made(),
            problems,
            sent.id() == 0,
            done);
    return new ModelAndView("agreement/accompaniment/desk", Fields.status(problems))
        .addObject("view", view);
  }

  private Line line(Support support, Writer writer, Sent sent, Map<String, String> problems) {
    boolean writes = accompaniment.mayWrite(writer, support);
    boolean confirms = confirms(writer, support);
    boolean late = support.progress().late(agreements.today());
    var changed = sent.changed();
    return support.id() == sent.id() && changed != null
        ? new Line(
            support, late, writes, confirms, changed, problems, problems.containsKey("version"))
        : new Line(support, late, writes, confirms, EditForm.of(support), Map.of(), false);
  }

  private boolean confirms(Writer writer, Support support) {
    var progress = support.progress();
    return progress.state() == State.DONE
        && ((!progress.giverConfirmed() && accompaniment.speaksFor(writer, support.giver()))
            || (!progress.receiverConfirmed()
                && accompaniment.speaksFor(writer, support.receiver())));
  }
}

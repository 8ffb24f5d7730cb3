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
import org.foyal.shell.Page;
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

/// The staff's web door to the accompaniment: entering it, changing it and how far it is,
/// confirming it for one's own side.
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

  /// One line of the list.
  ///
  /// @param writes whether this person may change it
  /// @param confirms whether this person may confirm it for a side that has not
  /// @param form what its form shows
  /// @param problems of what was sent from its form, by field
  /// @param overtaken whether somebody else wrote before it was sent
  record Line(
      Support support,
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
  /// @param id which support is changed; 0 for a new one
  private record Sent(NewForm made, long id, EditForm changed) {
    static final Sent NOTHING = of(NewForm.EMPTY);

    static Sent of(NewForm made) {
      return new Sent(made, 0, EditForm.EMPTY);
    }
  }

  /// What the page shows.
  ///
  /// @param problems of whatever was sent
  /// @param adding whether that was new support
  record View(
      Agreement agreement,
      List<Line> lines,
      List<Party> parties,
      List<Commitment> commitments,
      boolean adds,
      NewForm form,
      Map<String, String> problems,
      boolean adding,
      String done,
      String today) {
    @Nullable String problem(Page page, String field) {
      var key = adding ? problems.get(field) : null;
      return key == null ? null : page.say(key);
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable String code, @RequestParam(defaultValue = "") String done, SignedIn who) {
    return page(
        code,
        who,
        Sent.NOTHING,
        Map.of(),
        List.of("added", "moved", "confirmed").contains(done) ? done : "");
  }

  @PostMapping
  ModelAndView add(
      @PathVariable String code, NewForm form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var made = form.support(code, agreements.listParties(), typed);
    var sent = Sent.of(form);
    if (made.isEmpty() || !typed.problems().isEmpty()) {
      return page(code, who, sent, typed.problems(), "");
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
      return page(code, who, sent, typed.problems(), "");
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
        Sent.NOTHING,
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
      case Writing.Written(long _) ->
          new ModelAndView(
              "redirect:"
                  + pages.of(request).href("/staff/agreements/" + code + "/support?done=" + done));
      case Writing.Refused(Map<String, String> problems) -> page(code, who, sent, problems, "");
      case Writing.Overtaken() ->
          page(code, who, sent, Map.of("version", "agreement.problem.overtaken"), "");
      case Writing.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private ModelAndView page(
      String code, SignedIn who, Sent sent, Map<String, String> problems, String done) {
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
            accompaniment.list(code).stream().map(s -> line(s, writer, sent, problems)).toList(),
            parties,
            agreements.listInOrder(code),
            adds,
            sent.made(),
            problems,
            sent.id() == 0,
            done,
            agreements.today().toString());
    return new ModelAndView(
            "agreement/accompaniment/desk",
            problems.containsKey("version")
                ? HttpStatus.CONFLICT
                : problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }

  private Line line(Support support, Writer writer, Sent sent, Map<String, String> problems) {
    boolean writes = accompaniment.mayWrite(writer, support);
    boolean confirms = confirms(writer, support);
    return support.id() == sent.id()
        ? new Line(
            support, writes, confirms, sent.changed(), problems, problems.containsKey("version"))
        : new Line(support, writes, confirms, EditForm.of(support), Map.of(), false);
  }

  private boolean confirms(Writer writer, Support support) {
    var progress = support.progress();
    return progress.state() == State.DONE
        && ((!progress.giverConfirmed() && accompaniment.speaksFor(writer, support.giver()))
            || (!progress.receiverConfirmed()
                && accompaniment.speaksFor(writer, support.receiver())));
  }
}

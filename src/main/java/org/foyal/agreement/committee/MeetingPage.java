package org.foyal.agreement.committee;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreement.Signatory;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Agreements.Selection;
import org.foyal.agreement.Agreements.Tally;
import org.foyal.agreement.Party;
import org.foyal.agreement.Writer;
import org.foyal.agreement.committee.Committee.Writing;
import org.foyal.agreement.committee.Meeting.Attendee;
import org.foyal.agreement.committee.Meeting.Presence;
import org.foyal.agreement.committee.Meeting.Whole;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.forms.Typed.Texts;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.paper.Paper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to one meeting: its agenda, who came, what was decided, that it was held.
@Controller
@For({Role.ADMIN, Role.ELECTED, Role.AGENT})
@RequestMapping("/staff/meetings/{id:[0-9]{1,18}}")
class MeetingPage {
  /// More points are one click away; the papers hold them all.
  private static final int MOST_ITEMS = 100;

  private final Committee committee;
  private final Agreements agreements;
  private final Pages pages;
  private final Paper paper;

  MeetingPage(Committee committee, Agreements agreements, Pages pages, Paper paper) {
    this.committee = committee;
    this.agreements = agreements;
    this.pages = pages;
    this.paper = paper;
  }

  /// A decision as typed.
  record DecisionForm(
      @Nullable String textFr,
      @Nullable String textEn,
      @Nullable String textGcf,
      @Nullable String owner,
      @Nullable String dueOn) {
    static final DecisionForm EMPTY = new DecisionForm("", "", "", null, "");
  }

  /// Somebody who came, as typed.
  record AttendeeForm(
      @Nullable String name,
      @Nullable String capacity,
      @Nullable String party,
      @Nullable String presence) {
    static final AttendeeForm EMPTY = new AttendeeForm("", "", null, null);
  }

  /// What was typed into whichever form was sent.
  record Sent(DecisionForm decision, AttendeeForm attendee, String minutes, String topic) {
    static final Sent NOTHING = new Sent(DecisionForm.EMPTY, AttendeeForm.EMPTY, "", "");
  }

  /// What the report shows.
  ///
  /// @param tally how many of the agreement's promises stand where today
  /// @param signing the parties that sign it
  record ReportView(Whole whole, Agreement agreement, Tally tally, List<Party> signing) {
    /// How the promises stood when it was held, or stand now.
    Meeting.Counted counted() {
      return whole
          .meeting()
          .counted()
          .orElseGet(() -> new Meeting.Counted(tally.all(), tally.kept(), tally.late()));
    }

    /// What it is: until the meeting is held there is only an agenda.
    String title(Page page) {
      var meeting = whole.meeting();
      return page.say(
          meeting.held() ? "committee.report.title" : "committee.agenda.title",
          page.date(meeting.heldOn()));
    }
  }

  /// What the page shows.
  ///
  /// @param all whether the whole agenda is shown, however long it is
  record View(
      Whole whole,
      Agreement agreement,
      List<Party> parties,
      boolean administrator,
      DecisionForm decision,
      AttendeeForm attendee,
      String minutes,
      String topic,
      Map<String, String> problems,
      String today,
      boolean all,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    /// As much of the agenda as is shown.
    List<Meeting.Item> agenda() {
      return all ? whole.agenda() : whole.agenda().stream().limit(MOST_ITEMS).toList();
    }

    /// How many points more there are.
    int more() {
      return whole.agenda().size() - agenda().size();
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String all,
      @RequestParam(defaultValue = "") String done,
      SignedIn who) {
    return page(id, who, Sent.NOTHING, Map.of(), "yes".equals(all), "text".equals(done));
  }

  /// The report of the meeting, to be read on a screen.
  @GetMapping("/report")
  ModelAndView report(@PathVariable long id) {
    var whole = whole(id);
    return new ModelAndView("agreement/committee/report").addObject("view", reported(whole));
  }

  /// The same report as a PDF, ready to be signed.
  @GetMapping("/report.pdf")
  ResponseEntity<byte[]> paper(@PathVariable long id, HttpServletRequest request)
      throws IOException {
    var whole = whole(id);
    var page = pages.of(request);
    var view = reported(whole);
    var out = new ByteArrayOutputStream();
    paper.write(
        paper.draw(
            "agreement/committee/minutes", Map.of("page", page, "view", view, "paper", true)),
        out,
        view.title(page),
        page.language());
    var name = "comite-" + whole.meeting().heldOn() + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(out.toByteArray());
  }

  private ReportView reported(Whole whole) {
    var signed = agreements.findWhole(whole.meeting().agreement()).orElseThrow();
    return new ReportView(
        whole,
        signed.agreement(),
        agreements.count(Selection.of(signed.agreement().code())),
        signed.signatories().stream().filter(Signatory::signs).map(Signatory::party).toList());
  }

  private Whole whole(long id) {
    return committee.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Agreement agreement(Whole whole) {
    return agreements.find(whole.meeting().agreement()).orElseThrow();
  }

  @For(Role.ADMIN)
  @PostMapping("/topics")
  ModelAndView addTopic(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String topicFr,
      SignedIn who,
      HttpServletRequest request) {
    var typed = new Typed();
    var title = typed.told("topic", new Texts(topicFr, "", ""), 400);
    var sent = new Sent(DecisionForm.EMPTY, AttendeeForm.EMPTY, "", Typed.clean(topicFr));
    return typed.problems().isEmpty()
        ? after(committee.addTopic(Writer.of(who), id, title), id, who, sent, request)
        : page(id, who, sent, typed.problems());
  }

  @For(Role.ADMIN)
  @PostMapping("/attendance")
  ModelAndView attend(
      @PathVariable long id, AttendeeForm form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var sent = new Sent(DecisionForm.EMPTY, form, "", "");
    var name = typed.text("name", form.name(), 200);
    var capacity = typed.textIfAny("capacity", form.capacity(), 200);
    var party = party(form.party());
    var presence =
        Stream.of(Presence.values()).filter(p -> p.name().equals(form.presence())).findFirst();
    if (party == null) {
      typed.problem("party", "agreement.problem.choose");
    }
    if (presence.isEmpty()) {
      typed.problem("presence", "agreement.problem.choose");
    }
    if (party == null || !typed.problems().isEmpty()) {
      return page(id, who, sent, typed.problems());
    }
    var attendee = new Attendee(name, capacity, party, presence.orElse(Presence.PRESENT));
    return after(committee.attend(Writer.of(who), id, attendee), id, who, sent, request);
  }

  @For(Role.ADMIN)
  @PostMapping("/decisions")
  ModelAndView decide(
      @PathVariable long id, DecisionForm form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var sent = new Sent(form, AttendeeForm.EMPTY, "", "");
    var text = typed.told("text", new Texts(form.textFr(), form.textEn(), form.textGcf()), 1000);
    var owner = party(form.owner());
    if (owner == null) {
      typed.problem("owner", "committee.problem.owner");
    }
    var dueOn = typed.date("dueOn", form.dueOn());
    if (owner == null || !typed.problems().isEmpty()) {
      return page(id, who, sent, typed.problems());
    }
    var writing = committee.decide(Writer.of(who), id, text, owner.code(), dueOn);
    return after(writing, id, who, sent, request);
  }

  @For(Role.ADMIN)
  @PostMapping("/decisions/{decision:[0-9]{1,18}}")
  ModelAndView done(
      @PathVariable long id,
      @PathVariable long decision,
      @RequestParam(required = false) @Nullable String on,
      SignedIn who,
      HttpServletRequest request) {
    var typed = new Typed();
    var day = typed.date("on", on);
    return typed.problems().isEmpty()
        ? after(committee.done(Writer.of(who), decision, day), id, who, Sent.NOTHING, request)
        : page(id, who, Sent.NOTHING, typed.problems());
  }

  @For(Role.ADMIN)
  @PostMapping("/held")
  ModelAndView hold(
      @PathVariable long id,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(required = false) @Nullable String minutes,
      SignedIn who,
      HttpServletRequest request) {
    var typed = new Typed();
    var said = typed.textIfAny("minutes", minutes, 20_000);
    var sent = new Sent(DecisionForm.EMPTY, AttendeeForm.EMPTY, Typed.clean(minutes), "");
    return typed.problems().isEmpty()
        ? after(committee.hold(Writer.of(who), id, version, said), id, who, sent, request)
        : page(id, who, sent, typed.problems());
  }

  private @Nullable Party party(@Nullable String code) {
    return agreements.listParties().stream()
        .filter(party -> party.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  private ModelAndView after(
      Writing writing, long id, SignedIn who, Sent sent, HttpServletRequest request) {
    return switch (writing) {
      case Writing.Written(long _) ->
          new ModelAndView(
              "redirect:" + pages.of(request).href("/staff/meetings/" + id + "?done=text"));
      case Writing.Refused(Map<String, String> problems) -> page(id, who, sent, problems);
      case Writing.Overtaken() ->
          page(id, who, sent, Map.of("version", "agreement.problem.overtaken"));
      case Writing.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private ModelAndView page(long id, SignedIn who, Sent sent, Map<String, String> problems) {
    return page(id, who, sent, problems, false, false);
  }

  private ModelAndView page(
      long id, SignedIn who, Sent sent, Map<String, String> problems, boolean all, boolean done) {
    var whole = whole(id);
    var view =
        new View(
            whole,
            agreement(whole),
            agreements.listParties(),
            who.administrator(),
            sent.decision(),
            sent.attendee(),
            sent.minutes(),
            sent.topic(),
            problems,
            agreements.today().toString(),
            all,
            done);
    return new ModelAndView("agreement/committee/meeting", Fields.status(problems))
        .addObject("view", view);
  }
}

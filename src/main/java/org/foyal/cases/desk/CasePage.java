package org.foyal.cases.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.CaseWork.Whole;
import org.foyal.cases.Cases;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.cases.Moving;
import org.foyal.cases.templates.Template;
import org.foyal.cases.templates.Templates;
import org.foyal.kernel.Reference;
import org.foyal.people.Account;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
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

/// The agents' web door to one case: everything that is done with it, on one screen.
@Controller
@For({Role.ADMIN, Role.AGENT})
@RequestMapping("/staff/cases/{reference:[0-9A-Za-z-]{8,9}}")
class CasePage {
  private static final int LONGEST = 4000;

  private final CaseWork work;
  private final DeskActs acts;
  private final Cases cases;
  private final Departments departments;
  private final Templates templates;
  private final Pages pages;

  CasePage(
      CaseWork work,
      DeskActs acts,
      Cases cases,
      Departments departments,
      Templates templates,
      Pages pages) {
    this.work = work;
    this.acts = acts;
    this.cases = cases;
    this.departments = departments;
    this.templates = templates;
    this.pages = pages;
  }

  /// An act as typed.
  record Form(
      @Nullable Integer version,
      @Nullable String state,
      @Nullable String outcome,
      @Nullable String words,
      @Nullable String department,
      @Nullable String mine,
      @Nullable String agent,
      @Nullable String to,
      @Nullable String into,
      @Nullable String form) {
    static final Form EMPTY = new Form(null, null, null, "", null, null, null, null, null, null);

    int decidedOn() {
      return version == null ? -1 : version;
    }

    String said() {
      return Plain.text(words);
    }

    UUID name() {
      return Plain.formName(form);
    }
  }

  /// What went wrong with an act.
  ///
  /// @param act which of the forms it was
  /// @param problem the key of the words that say why
  record Trouble(String act, String problem) {
    static final Trouble NONE = new Trouble("", "");
  }

  /// A template that was chosen for one of the forms.
  ///
  /// @param foreign whether whoever asked reads another language than the text's
  record Filled(String act, String code, String text, boolean foreign) {
    static final Filled NOTHING = new Filled("", "", "", false);
  }

  /// What the page shows.
  ///
  /// @param code the asker's code, when it was asked for
  /// @param done the key of the words that say what was done, or nothing
  /// @param agents to whom it can be given
  /// @param elsewhere whether its room answers it at a desk of its own
  record View(
      Whole whole,
      List<Department> departments,
      List<Account> agents,
      List<Template> templates,
      Filled filled,
      Form form,
      Trouble trouble,
      String done,
      String code,
      String formName,
      boolean mine,
      boolean elsewhere,
      LocalDate today) {
    /// Who looks after it, where somebody does who still may.
    String agent() {
      return agents.stream()
          .filter(one -> whole.asked().agent().filter(one.id()::equals).isPresent())
          .map(Account::name)
          .findFirst()
          .orElse("");
    }

    /// To whom it can be given, by the numbers of their accounts.
    Map<String, String> agentOptions() {
      var found = new LinkedHashMap<String, String>();
      agents.forEach(one -> found.put(one.id().toString(), one.name()));
      return found;
    }

    @Nullable String problem(String act) {
      return trouble.act().equals(act) ? trouble.problem() : null;
    }

    /// What stands in the text of a form: what was typed and refused, or a template.
    String said(String act) {
      return trouble.act().equals(act)
          ? form.said()
          : filled.act().equals(act) ? filled.text() : "";
    }

    View with(String askersCode) {
      return new View(
          whole,
          departments,
          agents,
          templates,
          filled,
          form,
          trouble,
          "",
          askersCode,
          formName,
          mine,
          elsewhere,
          today);
    }

    View with(Filled chosen) {
      return new View(
          whole,
          departments,
          agents,
          templates,
          chosen,
          form,
          trouble,
          done,
          code,
          formName,
          mine,
          elsewhere,
          today);
    }
  }

  /// @param template the code of one whose text shall stand in the form named by `into`
  @GetMapping
  ModelAndView show(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String template,
      @RequestParam(defaultValue = "") String into,
      SignedIn who,
      HttpServletRequest request) {
    boolean known =
        List.of("moved", "undone", "written", "handed-over", "assigned", "merged").contains(done);
    var page =
        page(reference, who, Form.EMPTY, Trouble.NONE, known ? "cases.desk.done." + done : "");
    var chosen = templates.find(template).filter(Template::active);
    if (chosen.isPresent() && page.getModel().get("view") instanceof View view) {
      var asked = view.whole().asked();
      var text = chosen.get().filled(asked, pages.of(request).city());
      boolean foreign = chosen.get().words().foreignTo(asked.language()).isPresent();
      boolean moves = "move".equals(into) && !asked.closed() && !view.elsewhere();
      var act = moves ? "move" : "write";
      page.addObject("view", view.with(new Filled(act, template, text, foreign)));
    }
    return page;
  }

  @PostMapping("/move")
  ModelAndView move(
      @PathVariable String reference, Form form, SignedIn who, HttpServletRequest request) {
    var state = Stream.of(State.values()).filter(s -> s.name().equals(form.state())).findFirst();
    var outcome =
        Stream.of(Outcome.values()).filter(o -> o.name().equals(form.outcome())).findFirst();
    if (state.isEmpty()) {
      return page(reference, who, form, new Trouble("move", "cases.problem.state"), "");
    }
    if (form.said().length() > LONGEST) {
      return page(reference, who, form, new Trouble("move", "cases.problem.long"), "");
    }
    var what = state.get() == State.CLOSED ? outcome : Optional.<Outcome>empty();
    var moving =
        acts.move(Actor.of(who), read(reference), form.decidedOn(), state.get(), what, form.said());
    return after(moving, reference, who, form, new Trouble("move", "moved"), request);
  }

  @PostMapping("/undo")
  ModelAndView undo(
      @PathVariable String reference, Form form, SignedIn who, HttpServletRequest request) {
    var moving = acts.undo(Actor.of(who), read(reference), form.decidedOn());
    return after(moving, reference, who, form, new Trouble("undo", "undone"), request);
  }

  /// Says that the case is the same as another one.
  @PostMapping("/merge")
  ModelAndView merge(
      @PathVariable String reference, Form form, SignedIn who, HttpServletRequest request) {
    if (form.said().length() > LONGEST) {
      return page(reference, who, form, new Trouble("merge", "cases.problem.long"), "");
    }
    var into = Plain.line(form.into());
    var moving = acts.merge(Actor.of(who), read(reference), form.decidedOn(), into, form.said());
    return after(moving, reference, who, form, new Trouble("merge", "merged"), request);
  }

  @PostMapping("/write")
  ModelAndView write(
      @PathVariable String reference, Form form, SignedIn who, HttpServletRequest request) {
    if (form.said().length() > LONGEST) {
      return page(reference, who, form, new Trouble("write", "cases.problem.long"), "");
    }
    var moving =
        work.write(
            Actor.of(who), read(reference), form.name(), form.said(), "asker".equals(form.to()));
    return after(moving, reference, who, form, new Trouble("write", "written"), request);
  }

  @PostMapping("/hand-over")
  ModelAndView handOver(
      @PathVariable String reference, Form form, SignedIn who, HttpServletRequest request) {
    if (form.said().length() > LONGEST) {
      return page(reference, who, form, new Trouble("hand-over", "cases.problem.long"), "");
    }
    var to = form.department() == null ? "" : form.department();
    var moving = acts.handOver(Actor.of(who), read(reference), form.decidedOn(), to, form.said());
    return after(moving, reference, who, form, new Trouble("hand-over", "handed-over"), request);
  }

  @PostMapping("/assign")
  ModelAndView assign(
      @PathVariable String reference, Form form, SignedIn who, HttpServletRequest request) {
    var by = Actor.of(who);
    var moving =
        "other".equals(form.mine())
            ? acts.giveTo(by, read(reference), form.decidedOn(), Plain.line(form.agent()))
            : work.assign(by, read(reference), form.decidedOn(), "yes".equals(form.mine()));
    return after(moving, reference, who, form, new Trouble("assign", "assigned"), request);
  }

  /// Shows the asker's code again, to be handed over at the counter; a new one when asked for.
  @PostMapping("/code")
  ModelAndView code(@PathVariable String reference, Form form, SignedIn who) {
    if ("yes".equals(form.mine())
        && work.renewCode(Actor.of(who), read(reference)) instanceof Moving.NotThere) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var page = page(reference, who, Form.EMPTY, Trouble.NONE, "");
    if (page.getModel().get("view") instanceof View view) {
      page.addObject("view", view.with(cases.code(view.whole().asked())));
    }
    return page;
  }

  private static Reference read(String reference) {
    return Reference.read(reference)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// @param did which of the forms it was, and what to say when it is done
  private ModelAndView after(
      Moving moving,
      String reference,
      SignedIn who,
      Form form,
      Trouble did,
      HttpServletRequest request) {
    return switch (moving) {
      case Moving.Moved(var now) ->
          new ModelAndView(
              "redirect:"
                  + pages
                      .of(request)
                      .href("/staff/cases/" + now.reference() + "?done=" + did.problem()));
      case Moving.Refused(String _, String problem) ->
          page(reference, who, form, new Trouble(did.act(), problem), "");
      case Moving.Overtaken(var _) ->
          page(reference, who, form, new Trouble(did.act(), "cases.problem.overtaken"), "");
      case Moving.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private ModelAndView page(
      String reference, SignedIn who, Form form, Trouble trouble, String done) {
    var whole =
        work.find(reference, Actor.of(who))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    boolean mine = whole.asked().agent().filter(who.id()::equals).isPresent();
    var view =
        new View(
            whole,
            departments.list().stream().filter(Department::active).toList(),
            departments.agents(),
            templates.list().stream().filter(Template::active).toList(),
            Filled.NOTHING,
            form,
            trouble,
            done,
            "",
            UUID.randomUUID().toString(),
            mine,
            acts.isElsewhere(whole.asked()),
            cases.today());
    var status =
        trouble.problem().isEmpty()
            ? HttpStatus.OK
            : trouble.problem().equals("cases.problem.overtaken")
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    return new ModelAndView("cases/desk/case", status).addObject("view", view);
  }
}

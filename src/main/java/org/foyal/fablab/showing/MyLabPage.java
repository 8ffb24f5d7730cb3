package org.foyal.fablab.showing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.ladder.Evidence;
import org.foyal.fablab.ladder.Grant;
import org.foyal.fablab.ladder.Grant.Granter;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.LadderEvent;
import org.foyal.fablab.ladder.LadderWords;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.ladder.Standing;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.kernel.Reference;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one’s own page in the lab, without an account: what one may do at each machine,
/// and what is missing. A form answers with the page itself, so that no code stays in the addresses
/// that a shared computer remembers; wrong codes are counted by sender and by reference.
@Controller
class MyLabPage {
  private static final int WRONG_AN_HOUR = 30;
  private static final int GUESSES_OF_ONE_AN_HOUR = 300;

  private final Pace wrong = new Pace(WRONG_AN_HOUR, Duration.ofHours(1));
  private final Pace wrongOfOne = new Pace(GUESSES_OF_ONE_AN_HOUR, Duration.ofHours(1));
  private final Members members;
  private final Lab lab;
  private final Pages pages;

  /// What stands in the lab and what one may do there.
  @Component
  record Lab(Machines machines, Ladder ladder, LadderWords words, Clock clock) {}

  MyLabPage(Members members, Lab lab, Pages pages) {
    this.members = members;
    this.lab = lab;
    this.pages = pages;
  }

  /// What is typed.
  ///
  /// @param act nothing, or `grant`
  /// @param who,type,level,checks whom a referent grants what, and which lines were right
  record Form(
      @Nullable String reference,
      @Nullable String code,
      @Nullable String act,
      @Nullable String form,
      @Nullable String who,
      @Nullable String type,
      @Nullable String level,
      @Nullable List<String> checks) {}

  /// The page that asks for a reference and its code.
  ///
  /// @param problem the key of the words that say why it did not open, or nothing
  record Ask(String reference, String problem) {}

  /// How one stands at a kind of machine.
  ///
  /// @param missing what is missing to book it; nothing: nothing
  record Row(MachineType type, Standing standing, List<LadderWords.Line> missing) {}

  /// The page of a member.
  ///
  /// @param name empty once it was erased
  /// @param trains the kinds of machine that they train others at
  /// @param told,problem what became of a grant, in words; empty: nothing was granted
  record View(
      Member member,
      String code,
      String name,
      List<Row> rows,
      List<LadderEvent> history,
      List<MachineType> trains,
      String form,
      Told told) {
    /// The title of a kind of machine.
    String title(String type, Language reader) {
      return rows.stream()
          .filter(row -> row.type().code().equals(type))
          .findFirst()
          .map(row -> row.type().title().in(reader))
          .orElse(type);
    }

    /// What a referent can grant.
    List<Level> grantable() {
      return List.of(Level.OBSERVER, Level.SUPERVISED, Level.AUTONOMOUS_STAFFED);
    }
  }

  /// What became of a grant.
  ///
  /// @param words their key; empty: there was none
  record Told(boolean good, String words) {
    static final Told NOTHING = new Told(true, "");
  }

  @GetMapping("/fablab/mine")
  ModelAndView ask(HttpServletResponse response) {
    return ask(response, new Ask("", ""), HttpStatus.OK);
  }

  @GetMapping("/fablab/mine/{reference}/{code}")
  ModelAndView open(
      @PathVariable String reference,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return act(new Form(reference, code, "", "", "", "", "", List.of()), request, response);
  }

  @PostMapping("/fablab/mine")
  ModelAndView act(Form form, HttpServletRequest request, HttpServletResponse response) {
    var typed = typed(form.reference());
    var reference = Reference.read(typed);
    if (reference.isEmpty()) {
      return ask(
          response,
          new Ask(typed, "fablab.showing.problem.reference"),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var from = request.getRemoteAddr();
    if (!wrong.wouldAllow(from) || !wrongOfOne.wouldAllow(reference.get().signs())) {
      return ask(
          response, new Ask(typed, "fablab.showing.problem.wait"), HttpStatus.TOO_MANY_REQUESTS);
    }
    var member = members.find(reference.get(), typed(form.code()));
    if (member.isEmpty()) {
      wrong.allows(from);
      wrongOfOne.allows(reference.get().signs());
      return ask(
          response,
          new Ask(typed, "fablab.showing.problem.code"),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    discreet(response);
    var told = "grant".equals(form.act()) ? grant(member.get(), form) : Told.NOTHING;
    return new ModelAndView(
            "fablab/showing/mine", told.good() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view(member.get(), told, pages.of(request).language()));
  }

  private View view(Member member, Told told, Language reader) {
    var now = lab.clock().instant();
    var types = lab.machines().typesByCode();
    var standings = lab.ladder().standings(member.id(), now);
    var rows =
        standings.stream()
            .flatMap(standing ->
                Optional.ofNullable(types.get(standing.type()))
                    .map(type -> row(member, type, standing, reader))
                    .stream())
            .toList();
    var trains =
        rows.stream().filter(row -> row.standing().reaches(Level.REFERENT)).map(Row::type).toList();
    return new View(
        member,
        members.code(member),
        members.who(member.id()).map(one -> one.name()).orElse(""),
        rows,
        lab.ladder().history(member.id()).reversed(),
        trains,
        UUID.randomUUID().toString(),
        told);
  }

  private Row row(Member member, MachineType type, Standing standing, Language reader) {
    var level = Level.of(Math.max(1, type.rules().levelToBook()));
    var missing = lab.ladder().missing(member.id(), type.code(), level, lab.clock().instant());
    return new Row(type, standing, lab.words().of(missing, reader));
  }

  /// What a referent grants to somebody whose reference they were told.
  private Told grant(Member referent, Form form) {
    var who = Reference.read(typed(form.who())).flatMap(members::findAtTheCounter);
    var type =
        Optional.of(typed(form.type())).filter(Plain::isCode).flatMap(lab.machines()::findType);
    var level = typed(form.level());
    if (who.isEmpty()) {
      return new Told(false, "fablab.showing.grant.who");
    }
    if (type.isEmpty() || !level.matches("[1-3]")) {
      return new Told(false, "fablab.ladder.granting.unknown");
    }
    int checks = type.get().teaching().looked(form.checks());
    var granting =
        lab.ladder()
            .grant(
                new Granter.Referent(referent.id()),
                new Grant(
                    Plain.formName(form.form()),
                    who.get().id(),
                    type.get().code(),
                    Level.of(Integer.parseInt(level)),
                    Evidence.shown(checks)));
    return new Told(granting.stands(), granting.words());
  }

  private static ModelAndView ask(HttpServletResponse response, Ask ask, HttpStatus status) {
    discreet(response);
    return new ModelAndView("fablab/showing/ask", status).addObject("ask", ask);
  }

  /// Kept by no cache and found by no search engine.
  private static void discreet(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private static String typed(@Nullable String text) {
    var line = Plain.line(text);
    return line.length() > 60 ? line.substring(0, 60) : line;
  }
}

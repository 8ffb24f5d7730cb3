package org.foyal.fablab.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.foyal.fablab.ladder.Evidence;
import org.foyal.fablab.ladder.Grant;
import org.foyal.fablab.ladder.Grant.Granter;
import org.foyal.fablab.ladder.Granting;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Ladder.Taking;
import org.foyal.fablab.ladder.LadderEvent;
import org.foyal.fablab.ladder.LadderWords;
import org.foyal.fablab.ladder.Lessons;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.ladder.Standing;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Participation.Learner;
import org.foyal.people.Actor;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to one person of the lab: what they may do, granting it, taking it away.
@Controller
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/members/{id}")
class MemberPage {
  private static final int LONGEST = 300;

  private final Members members;
  private final Machines machines;
  private final Climbing climbing;
  private final Pages pages;
  private final ShellSettings shell;
  private final Clock clock;

  /// The ladder, what is taught for it, and its words.
  @Component
  record Climbing(Ladder ladder, Lessons lessons, LadderWords words) {}

  MemberPage(
      Members members,
      Machines machines,
      Climbing climbing,
      Pages pages,
      ShellSettings shell,
      Clock clock) {
    this.members = members;
    this.machines = machines;
    this.climbing = climbing;
    this.pages = pages;
    this.shell = shell;
    this.clock = clock;
  }

  /// What is typed.
  ///
  /// @param act `grant`, `renew`, `suspend`, `resume`, `revoke` or `guardian`
  /// @param session a session to which they came
  /// @param until the last day of a suspension
  record Form(
      @Nullable String act,
      @Nullable String form,
      @Nullable String type,
      @Nullable String level,
      @Nullable String session,
      @Nullable List<String> checks,
      @Nullable String words,
      @Nullable String until) {}

  /// How they stand at a kind of machine.
  ///
  /// @param attended the sessions of its course to which they came
  record Row(MachineType type, Standing standing, List<Attendance.Attended> attended) {}

  /// What became of an act.
  ///
  /// @param words their key; empty: there was none
  /// @param missing what they lack, where that is why
  record Told(boolean good, String words, List<LadderWords.Line> missing) {
    static final Told NOTHING = new Told(true, "", List.of());
  }

  /// What the page shows.
  ///
  /// @param who empty once their name was erased
  record View(
      Member member,
      String code,
      Optional<Learner> who,
      boolean needsGuardian,
      List<Row> rows,
      List<LadderEvent> history,
      String form,
      Told told) {
    String title(String type, Language reader) {
      return rows.stream()
          .filter(row -> row.type().code().equals(type))
          .findFirst()
          .map(row -> row.type().title().in(reader))
          .orElse(type);
    }

    /// What can be granted, by the numbers.
    Map<String, String> levels(Page page) {
      var all = new LinkedHashMap<String, String>();
      IntStream.rangeClosed(1, 5)
          .forEach(one -> all.put(Integer.toString(one), page.say(Level.of(one).words())));
      return all;
    }

    /// The sessions to which they came, by their names.
    Map<String, String> sessions(Row row, Page page) {
      var all = new LinkedHashMap<String, String>();
      row.attended().forEach(one -> all.put(one.session().toString(), page.time(one.startsAt())));
      return all;
    }
  }

  @GetMapping
  ModelAndView one(@PathVariable String id, HttpServletResponse response) {
    return page(known(id), Told.NOTHING, response);
  }

  @PostMapping
  ModelAndView act(
      @PathVariable String id,
      Form form,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var member = known(id);
    var by = Actor.of(who);
    var reader = pages.of(request).language();
    var type =
        Optional.of(Plain.line(form.type())).filter(Plain::isCode).flatMap(machines::findType);
    if ("guardian".equals(form.act())) {
      members.guardianSeen(by, member.id(), today());
      var told = new Told(true, "fablab.desk.done.guardian", List.of());
      return page(known(id), told, response);
    }
    var told =
        type.map(one -> act(by, member, one, form, reader))
            .orElse(new Told(false, "fablab.ladder.granting.unknown", List.of()));
    return page(member, told, response);
  }

  private Told act(Actor by, Member member, MachineType type, Form form, Language reader) {
    var ladder = climbing.ladder();
    var why = why(form);
    return switch (Plain.line(form.act())) {
      case "grant" -> told(grant(by, member, type, form), reader);
      case "renew" ->
          told(
              ladder.renew(
                  new Granter.Staff(by),
                  Plain.formName(form.form()),
                  member.id(),
                  type.code(),
                  evidence(form, type, why)),
              reader);
      case "suspend" -> suspend(by, member, type, form, why);
      case "resume" -> told(ladder.resume(by, member.id(), type.code(), why));
      case "revoke" -> told(ladder.revoke(by, member.id(), type.code(), why));
      default -> new Told(false, "fablab.ladder.granting.unknown", List.of());
    };
  }

  private Granting grant(Actor by, Member member, MachineType type, Form form) {
    var level = Plain.line(form.level());
    return level.matches("[1-5]")
        ? climbing
            .ladder()
            .grant(
                new Granter.Staff(by),
                new Grant(
                    Plain.formName(form.form()),
                    member.id(),
                    type.code(),
                    Level.of(Integer.parseInt(level)),
                    evidence(form, type, why(form))))
        : new Granting.Unknown();
  }

  private Told suspend(Actor by, Member member, MachineType type, Form form, String why) {
    var until =
        Plain.day(form.until())
            .map(day -> day.plusDays(1).atStartOfDay(shell.timeZone()).toInstant())
            .filter(clock.instant()::isBefore);
    return Plain.line(form.until()).isEmpty() || until.isPresent()
        ? told(climbing.ladder().suspend(by, member.id(), type.code(), until, why))
        : new Told(false, "fablab.desk.problem.day", List.of());
  }

  private static String why(Form form) {
    var words = Plain.line(form.words());
    return words.substring(0, Math.min(LONGEST, words.length()));
  }

  private static Evidence evidence(Form form, MachineType type, String words) {
    return new Evidence(
        Typed.id(form.session()),
        type.teaching().looked(form.checks()),
        Optional.of(words).filter(one -> !one.isEmpty()));
  }

  private Told told(Granting granting, Language reader) {
    var missing =
        granting instanceof Granting.Lacks(var lacks)
            ? climbing.words().of(lacks, reader)
            : List.<LadderWords.Line>of();
    return new Told(granting.stands(), granting.words(), missing);
  }

  private static Told told(Taking taking) {
    return switch (taking) {
      case DONE -> new Told(true, "fablab.desk.done.saved", List.of());
      case NOTHING_TO_DO -> new Told(false, "fablab.desk.problem.nothing", List.of());
      case NO_REASON -> new Told(false, "fablab.desk.problem.words", List.of());
      case UNKNOWN -> new Told(false, "fablab.ladder.granting.unknown", List.of());
    };
  }

  private Member known(String id) {
    return Typed.id(id).flatMap(members::find).orElseThrow(Typed::nowhere);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), shell.timeZone());
  }

  private ModelAndView page(Member member, Told told, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var types = machines.typesByCode();
    var rows =
        climbing.ladder().standings(member.id(), clock.instant()).stream()
            .flatMap(standing ->
                Optional.ofNullable(types.get(standing.type()))
                    .map(type ->
                        new Row(type, standing, climbing.lessons().attended(member.id(), type)))
                    .stream())
            .toList();
    var view =
        new View(
            member,
            members.code(member),
            members.who(member.id()).filter(one -> !one.erased()),
            member.needsGuardian(today()),
            rows,
            climbing.ladder().history(member.id()).reversed(),
            UUID.randomUUID().toString(),
            told);
    return new ModelAndView(
            "fablab/desk/member", told.good() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }
}

package org.foyal.fablab.access;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.people.keys.QrDrawing;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.foyal.things.devices.Credentials;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to interlocks and badges.
@Controller("labAccessPage")
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/access")
class AccessPage {
  private static final int LATEST = 20;

  private final Access access;
  private final Interlocks interlocks;
  private final Badges badges;
  private final Machines machines;
  private final Members members;
  private final Clock clock;

  AccessPage(
      Access access,
      Interlocks interlocks,
      Badges badges,
      Machines machines,
      Members members,
      Clock clock) {
    this.access = access;
    this.interlocks = interlocks;
    this.badges = badges;
    this.machines = machines;
    this.members = members;
    this.clock = clock;
  }

  /// What is typed.
  ///
  /// @param act `open`, `end`, `badge` or `end-badge`
  /// @param id of the form, of an interlock or of a badge
  record Form(
      @Nullable String act,
      @Nullable String id,
      @Nullable String machine,
      @Nullable String reference) {}

  /// An interlock with its machine.
  record Row(Interlock interlock, String machine, boolean online, Optional<Run> runs) {}

  /// What is shown this once.
  ///
  /// @param key of an interlock
  /// @param badge what is written on a card
  record Once(Optional<Credentials> key, Optional<UUID> machine, Optional<String> badge) {
    static final Once NOTHING = new Once(Optional.empty(), Optional.empty(), Optional.empty());

    Optional<QrDrawing> qr() {
      return badge.map(QrDrawing::of);
    }
  }

  /// What the page shows.
  ///
  /// @param free machines without an interlock
  /// @param held badges of the member who was sought
  /// @param problem the key of words, or nothing
  record View(
      List<Row> rows,
      Map<String, String> free,
      Optional<Member> member,
      List<Badge> held,
      List<Run> latest,
      Map<UUID, String> names,
      Once once,
      String problem,
      String form) {
    String machine(Run run) {
      return names.getOrDefault(run.machine(), "");
    }
  }

  @GetMapping
  ModelAndView list(@Nullable String reference) {
    return page(sought(reference), Once.NOTHING, "");
  }

  @PostMapping
  ModelAndView act(Form form, SignedIn who) {
    var by = Actor.of(who);
    return switch (Plain.line(form.act())) {
      case "open" -> open(by, form);
      case "end" -> {
        boolean ended = id(form.id()).filter(one -> interlocks.end(by, one)).isPresent();
        yield page(Optional.empty(), Once.NOTHING, ended ? "" : "fablab.access.problem.not-now");
      }
      case "badge" -> badge(by, form);
      case "end-badge" -> {
        boolean ended = id(form.id()).filter(one -> badges.end(by, one)).isPresent();
        yield page(
            sought(form.reference()), Once.NOTHING, ended ? "" : "fablab.access.problem.not-now");
      }
      default -> page(sought(form.reference()), Once.NOTHING, "");
    };
  }

  private ModelAndView open(Actor by, Form form) {
    var machine = id(form.machine());
    var key = machine.flatMap(one -> interlocks.open(by, Plain.formName(form.id()), one));
    return key.isPresent()
        ? page(Optional.empty(), new Once(key, machine, Optional.empty()), "")
        : page(Optional.empty(), Once.NOTHING, "fablab.access.problem.machine");
  }

  private ModelAndView badge(Actor by, Form form) {
    var member = sought(form.reference());
    if (member.isEmpty()) {
      return page(member, Once.NOTHING, "fablab.access.problem.member");
    }
    var token = badges.give(by, Plain.formName(form.id()), member.get().id());
    return token.isPresent()
        ? page(member, new Once(Optional.empty(), Optional.empty(), token), "")
        : page(member, Once.NOTHING, "fablab.access.problem.again");
  }

  private Optional<Member> sought(@Nullable String typed) {
    return Reference.read(Plain.line(typed)).flatMap(members::findAtTheCounter);
  }

  private static Optional<UUID> id(@Nullable String typed) {
    try {
      return Optional.of(UUID.fromString(Plain.line(typed)));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private ModelAndView page(Optional<Member> member, Once once, String problem) {
    var all = machines.list();
    var names = all.stream().collect(Collectors.toMap(Machine::id, Machine::name));
    var latest = access.latest(LATEST);
    var running =
        latest.stream()
            .filter(run -> run.powered(clock.instant()))
            .collect(Collectors.toMap(Run::machine, Function.identity(), (one, _) -> one));
    var rows =
        interlocks.list().stream()
            .map(one ->
                new Row(
                    one,
                    names.getOrDefault(one.machine(), ""),
                    one.online(now()),
                    Optional.ofNullable(running.get(one.machine()))))
            .toList();
    var view =
        new View(
            rows,
            free(all, rows),
            member,
            member.map(one -> badges.listOf(one.id())).orElse(List.of()),
            latest,
            names,
            once,
            problem,
            UUID.randomUUID().toString());
    var status = problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    return new ModelAndView("fablab/access/access", status).addObject("view", view);
  }

  private Instant now() {
    return clock.instant();
  }

  private static Map<String, String> free(List<Machine> all, List<Row> rows) {
    var taken = new HashSet<UUID>();
    rows.forEach(row -> taken.add(row.interlock().machine()));
    var free = new LinkedHashMap<String, String>();
    all.stream()
        .filter(one -> one.condition().state() != Machine.State.RETIRED)
        .filter(one -> !taken.contains(one.id()))
        .forEach(one -> free.put(one.id().toString(), one.name()));
    return free;
  }
}

package org.foyal.fablab;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.fablab.ladder.Evidence;
import org.foyal.fablab.ladder.Grant;
import org.foyal.fablab.ladder.Grant.Granter;
import org.foyal.fablab.ladder.Granting;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.Machine.Condition;
import org.foyal.fablab.machines.Machine.State;
import org.foyal.fablab.machines.Machine.Wear;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.MachineType.Dangers;
import org.foyal.fablab.machines.MachineType.Hazard;
import org.foyal.fablab.machines.MachineType.Need;
import org.foyal.fablab.machines.MachineType.Protection;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.fablab.machines.MachineType.Teaching;
import org.foyal.fablab.machines.MachineType.Times;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.machines.Opening;
import org.foyal.fablab.machines.Space;
import org.foyal.fablab.machines.WeeklyHours;
import org.foyal.fablab.machines.Written;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.learning.enrolment.Joined;
import org.foyal.people.Actor;
import org.foyal.shell.language.Told;
import org.springframework.boot.test.context.TestComponent;

/// Kinds of machine, machines and people of the lab, made through the façades; each time others.
@TestComponent
public class Lab {
  /// Somebody of the staff.
  public static final Actor STAFF = new Actor(new UUID(7, 7), "Ana", "127.0.0.1");

  private static final Times TIMES = new Times(30, 240, 0, 10, 30, false);

  private final Machines machines;
  private final LabHours hours;
  private final Members members;
  private final Ladder ladder;

  Lab(Machines machines, LabHours hours, Members members, Ladder ladder) {
    this.machines = machines;
    this.hours = hours;
    this.members = members;
    this.ladder = ladder;
  }

  /// A kind of machine of the first level, with a check-list of two lines and without a course.
  public MachineType type(String title, Need... needs) {
    return type(title, Optional.empty(), new Rules(0, 1, 4, 1, List.of(needs)));
  }

  /// A kind of machine with its course and its rules.
  public MachineType type(String title, Optional<String> course, Rules rules) {
    var checks = List.of(Told.inFrench("Arrête la machine"), Told.inFrench("Met les lunettes"));
    return type(title, rules, new Teaching(course, 2, checks, 24, Optional.of(6)));
  }

  /// A kind of machine with its rules and how it is learnt.
  public MachineType type(String title, Rules rules, Teaching teaching) {
    var code = "type-" + UUID.randomUUID().toString().substring(0, 8);
    var made =
        new MachineType(
            code,
            Told.inFrench(title),
            Told.inFrench("Elle coupe le bois."),
            new Dangers(Set.of(Hazard.LASER), Set.of(Protection.GLASSES), true),
            rules,
            teaching,
            TIMES,
            true,
            false,
            1);
    must(machines.add(STAFF, made));
    return made;
  }

  private static void must(Written written) {
    if (written != Written.DONE) {
      throw new AssertionError(written);
    }
  }

  /// A space of its own.
  public Space space(String name, Optional<UUID> partOf) {
    var made = new Space(UUID.randomUUID(), name, Optional.empty(), 12, partOf, true, false, 1);
    must(machines.add(STAFF, made));
    return made;
  }

  /// A machine of a kind, in a space of its own.
  public Machine machine(MachineType type) {
    return machine(type, space("Atelier des tests", Optional.empty()));
  }

  /// A machine of a kind in a space.
  public Machine machine(MachineType type, Space space) {
    var made =
        new Machine(
            UUID.randomUUID(),
            type.code(),
            space.id(),
            "Machine " + type.code(),
            new Condition(State.AVAILABLE, Optional.empty(), Instant.EPOCH),
            new Wear(0, Optional.of(10), 0),
            false,
            1);
    must(machines.add(STAFF, made));
    return machines.find(made.id()).orElseThrow();
  }

  /// Hours of a day of the week, from now on.
  public WeeklyHours hours(DayOfWeek day, String from, String until, Opening.Kind kind) {
    var made =
        new WeeklyHours(
            UUID.randomUUID(),
            day,
            LocalTime.parse(from),
            LocalTime.parse(until),
            kind,
            LocalDate.now(ZoneOffset.UTC).minusYears(1),
            Optional.empty(),
            false,
            1);
    must(hours.add(STAFF, made));
    return made;
  }

  /// Somebody new.
  public Member member(String name) {
    return members.known(Joined.person(name), false, true).member();
  }

  /// Grants somebody a level, by the whole check-list.
  public void granted(Member member, MachineType type, Level level) {
    var came =
        ladder.grant(
            new Granter.Staff(STAFF),
            new Grant(
                UUID.randomUUID(),
                member.id(),
                type.code(),
                level,
                Evidence.shown(type.teaching().checks().size())));
    if (!(came instanceof Granting.Granted)) {
      throw new AssertionError(came);
    }
  }
}

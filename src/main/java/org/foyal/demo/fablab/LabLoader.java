package org.foyal.demo.fablab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.demo.DemoSettings;
import org.foyal.demo.fablab.LabLines.KitLine;
import org.foyal.demo.fablab.LabLines.MemberLine;
import org.foyal.demo.fablab.LabLines.ProjectLine;
import org.foyal.demo.fablab.LabLines.TypeLine;
import org.foyal.fablab.credit.Credit;
import org.foyal.fablab.kits.Kit;
import org.foyal.fablab.kits.Kits;
import org.foyal.fablab.ladder.Evidence;
import org.foyal.fablab.ladder.Grant;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.machines.Space;
import org.foyal.fablab.machines.WeeklyHours;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.fablab.projects.Licence;
import org.foyal.fablab.projects.Project;
import org.foyal.fablab.projects.Projects;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.foyal.things.showing.Measure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Enters an invented FabLab, all marked as examples, so that it counts in no figure. Where
/// machines are already, nothing is added.
@Component
@Order(66)
@ConditionalOnProperty("foyal.demo.city")
class LabLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(LabLoader.class);
  private static final int MONTHS_AGO_days = 60;

  private final Floor floor;
  private final Making making;
  private final Clock clock;
  private final Path city;

  /// The machines and who may use them.
  @Component
  @ConditionalOnProperty("foyal.demo.city")
  record Floor(Machines machines, LabHours hours, Members members, Ladder ladder, Credit credit) {}

  /// What is lent and made.
  @Component
  @ConditionalOnProperty("foyal.demo.city")
  record Making(Kits kits, Projects projects) {}

  LabLoader(Floor floor, Making making, Clock clock, DemoSettings demo) {
    this.floor = floor;
    this.making = making;
    this.clock = clock;
    this.city = demo.city() == null ? Path.of("") : demo.city();
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var lines = LabLines.read(city);
    if (!floor.machines().listTypes().isEmpty()) {
      return;
    }
    enterSpaces(lines);
    lines.types().forEach(this::enter);
    enterHours(lines);
    var members = new HashMap<String, Member>();
    lines.members().forEach(line -> members.put(line.name(), enter(line)));
    lines.kits().forEach(this::enter);
    lines.projects().forEach(line -> enter(line, members));
    LOG.info(
        "Loaded an invented FabLab: {} kinds of machine, {} people, {} kits, {} projects, as"
            + " examples",
        lines.types().size(),
        lines.members().size(),
        lines.kits().size(),
        lines.projects().size());
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(("foyal lab " + name).getBytes(StandardCharsets.UTF_8));
  }

  private void enterSpaces(LabLines lines) {
    for (var line : lines.spaces()) {
      var whole = Optional.ofNullable(line.partOf()).map(LabLoader::id);
      floor
          .machines()
          .add(
              Actor.CONSOLE,
              new Space(
                  id(line.name()),
                  line.name(),
                  Optional.empty(),
                  line.seats(),
                  whole,
                  true,
                  true,
                  1));
    }
  }

  private void enter(TypeLine line) {
    int people = line.people() == null ? 1 : line.people();
    floor
        .machines()
        .add(
            Actor.CONSOLE,
            new MachineType(
                line.code(),
                Told.of(line.title()),
                Told.of(line.about()),
                new MachineType.Dangers(line.hazards(), line.protection(), line.extraction()),
                new MachineType.Rules(12, people, line.perSupervisor(), line.level(), List.of()),
                new MachineType.Teaching(
                    Optional.empty(),
                    2,
                    line.checks().stream().map(Told::of).toList(),
                    24,
                    Optional.of(6)),
                new MachineType.Times(30, 240, 0, 10, 60, false),
                true,
                true,
                1));
    floor.credit().price(Actor.CONSOLE, line.code(), line.cents());
    for (var name : line.machines()) {
      floor
          .machines()
          .add(
              Actor.CONSOLE,
              new Machine(
                  id(name),
                  line.code(),
                  id(line.space()),
                  name,
                  new Machine.Condition(Machine.State.AVAILABLE, Optional.empty(), clock.instant()),
                  new Machine.Wear(0, Optional.of(100), 0),
                  true,
                  1));
    }
  }

  private void enterHours(LabLines lines) {
    var since = LocalDate.of(2026, 1, 1);
    for (var line : lines.hours()) {
      floor
          .hours()
          .add(
              Actor.CONSOLE,
              new WeeklyHours(
                  id(line.day().name()),
                  line.day(),
                  line.from(),
                  line.until(),
                  line.kind(),
                  since,
                  Optional.empty(),
                  true,
                  1));
    }
  }

  /// Each is by a telephone where nobody is.
  private Member enter(MemberLine line) {
    var phone = "0639980%03d".formatted(Math.floorMod(line.name().hashCode(), 1_000));
    var person =
        new Person(
            line.name(),
            Optional.empty(),
            Optional.of(phone),
            Optional.of(1990),
            Optional.empty(),
            Language.FR);
    var member = floor.members().known(person, true, true).member();
    line.levels().forEach((type, level) -> grant(member, type, Level.of(level)));
    return member;
  }

  private void grant(Member member, String type, Level level) {
    var checks =
        floor.machines().findType(type).map(one -> one.teaching().checks().size()).orElse(0);
    Instant from = clock.instant().minus(MONTHS_AGO_days, ChronoUnit.DAYS);
    floor
        .ladder()
        .grant(
            new Grant.Granter.Staff(Actor.CONSOLE),
            new Grant(
                UUID.randomUUID(),
                member.id(),
                type,
                level,
                Evidence.shown(checks),
                Optional.of(from),
                true));
  }

  private void enter(KitLine line) {
    making
        .kits()
        .add(
            Actor.CONSOLE,
            new Kit(
                id(line.title().getOrDefault("fr", "")),
                new Kit.Texts(
                    Told.of(line.title()),
                    Told.of(line.about()),
                    Told.of(line.contents()),
                    Told.of(line.steps())),
                line.measures().stream().flatMap(word -> Measure.find(word).stream()).toList(),
                line.boxes(),
                line.days(),
                true,
                true,
                0));
  }

  private void enter(ProjectLine line, Map<String, Member> members) {
    var member = members.get(line.member());
    var licence = Licence.find(line.licence());
    if (member == null || licence.isEmpty()) {
      return;
    }
    var project = id(line.title());
    var told =
        new Project.Told(
            line.title(),
            line.purpose(),
            line.author(),
            licence.get(),
            Language.FR,
            line.steps(),
            line.materials());
    making.projects().write(project, member, told);
    making.projects().send(project, member);
    making.projects().publish(Actor.CONSOLE, project);
  }
}

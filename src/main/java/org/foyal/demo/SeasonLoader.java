package org.foyal.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.demo.Season.CourseLine;
import org.foyal.demo.Season.SessionLine;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Need;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning.Done;
import org.foyal.learning.courses.Resource;
import org.foyal.learning.courses.Resource.Kind;
import org.foyal.learning.courses.Resources;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Timetable;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Plans an invented season of workshops at the real Maison Digitale, in three languages, from the
/// day of the start on, all of it marked as examples, so that no figure counts it. Where sessions
/// are to come already, nothing is added.
@Component
@Order(40)
@ConditionalOnProperty("foyal.demo.city")
class SeasonLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SeasonLoader.class);
  private static final String PLACE = "maison-digitale-fort-de-france";

  private final Places places;
  private final Accounts accounts;
  private final Planner planner;
  private final Path city;

  SeasonLoader(Places places, Accounts accounts, Planner planner, DemoSettings demo) {
    this.places = places;
    this.accounts = accounts;
    this.planner = planner;
    this.city = demo.city() == null ? Path.of("") : demo.city();
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var season = Season.read(city);
    var place = places.findNational(PLACE).map(Place::id);
    if (place.isEmpty() || planner.goesOn()) {
      return;
    }
    var mediator =
        accounts.list().stream()
            .filter(one -> one.example() && one.roles().contains(Role.MEDIATOR))
            .map(Account::id)
            .findFirst();
    int planned = planner.plan(season, place.get(), mediator);
    LOG.info("Planned {} invented sessions of workshops, as examples", planned);
  }

  /// Enters what the season needs, then plans it.
  @Component
  @ConditionalOnProperty("foyal.demo.city")
  static class Planner {
    private final Courses courses;
    private final Resources resources;
    private final Timetable timetable;
    private final Clock clock;
    private final ShellSettings shell;

    Planner(
        Courses courses,
        Resources resources,
        Timetable timetable,
        Clock clock,
        ShellSettings shell) {
      this.courses = courses;
      this.resources = resources;
      this.timetable = timetable;
      this.clock = clock;
      this.shell = shell;
    }

    boolean goesOn() {
      return !courses.upcoming(clock.instant(), 1).isEmpty();
    }

    int plan(Season season, UUID place, Optional<UUID> mediator) {
      enter(season, place, mediator);
      int planned = 0;
      Optional<Session> last = Optional.empty();
      for (var line : season.sessions()) {
        var made = plan(season, line, place);
        planned += made.size();
        last = made.isEmpty() ? last : Optional.of(made.getLast());
      }
      last.ifPresent(one ->
          timetable.cancel(
              Actor.CONSOLE,
              one.id(),
              one.version(),
              Scope.THIS,
              new Cancelled(Reason.TRAINER_ILL, Optional.empty())));
      return planned;
    }

    private void enter(Season season, UUID place, Optional<UUID> mediator) {
      int order = 0;
      for (var line : season.needs()) {
        order += 10;
        courses.add(
            Actor.CONSOLE, new Need(line.code(), Told.of(line.title()), order, true, true, 1));
      }
      season.courses().forEach(line -> courses.add(Actor.CONSOLE, course(line)));
      season
          .rooms()
          .forEach(room ->
              enter(Kind.ROOM, room.name(), Optional.of(place), room.seats(), Optional.empty()));
      for (var name : season.trainers()) {
        var account = name.equals(season.trainers().getFirst()) ? mediator : Optional.<UUID>empty();
        enter(Kind.TRAINER, name, Optional.empty(), 0, account);
      }
      season
          .equipment()
          .forEach(name -> enter(Kind.EQUIPMENT, name, Optional.empty(), 0, Optional.empty()));
    }

    private void enter(
        Kind kind, String name, Optional<UUID> place, int seats, Optional<UUID> account) {
      var held = seats == 0 ? OptionalInt.empty() : OptionalInt.of(seats);
      resources.add(
          Actor.CONSOLE, new Resource(id(name), kind, name, place, held, account, true, true, 1));
    }

    private static UUID id(String name) {
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Course course(CourseLine line) {
      return new Course(
          line.code(),
          Told.of(line.title()),
          Told.of(line.description()),
          Optional.ofNullable(line.bring()).map(Told::of),
          Optional.empty(),
          line.level(),
          line.minutes(),
          line.audiences(),
          line.competences().stream()
              .flatMap(code -> Competence.find(code).stream())
              .collect(Collectors.toSet()),
          line.needs(),
          true,
          true,
          1);
    }

    private List<Session> plan(Season season, SessionLine line, UUID place) {
      var today = LocalDate.ofInstant(clock.instant(), shell.timeZone());
      var day = today.with(TemporalAdjusters.next(DayOfWeek.of(line.weekday())));
      var course = courses.findCourse(line.course());
      var plan =
          new Plan(
              line.course(),
              day,
              line.begins(),
              line.begins().plusMinutes(course.map(Course::minutes).orElse(90)),
              15,
              15,
              place,
              Optional.of(id(season.rooms().get(line.room()).name())),
              Set.of(id(season.trainers().get(line.trainer()))),
              line.seats(),
              Language.find(line.language()).orElse(Language.FR),
              line.childcare(),
              false, // nobody has told whether one gets in without a step
              line.womenOnly(),
              line.percent(),
              7);
      var repetition = new Repetition(Optional.of(line.rhythm()), line.times(), Set.of());
      var form = UUID.randomUUID();
      if (timetable.plan(Actor.CONSOLE, form, plan, repetition, true) instanceof Done(var made)) {
        return made;
      }
      LOG.warn("The example series of {} finds its room or its trainer taken.", line.course());
      return List.of();
    }
  }
}

package org.foyal.learning.courses;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.courses.Course.Audience;
import org.foyal.learning.courses.Course.Level;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Planning.Done;
import org.foyal.learning.courses.Resource.Kind;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.springframework.boot.test.context.TestComponent;

/// A course, a place with a room, a trainer, made through the façades; each time others.
@TestComponent
public class Taught {
  private final Courses courses;
  private final Resources resources;
  private final Timetable timetable;
  private final Places places;

  public Taught(Courses courses, Resources resources, Timetable timetable, Places places) {
    this.courses = courses;
    this.resources = resources;
    this.timetable = timetable;
    this.places = places;
  }

  private static String code(String start) {
    return start + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /// A need that nobody else has.
  public String need(String title) {
    var code = code("need");
    courses.add(Actor.CONSOLE, new Need(code, Told.inFrench(title), 1, true, false, 1));
    return code;
  }

  /// A course that nobody else has.
  public String course(String title, String... needs) {
    var code = code("course");
    courses.add(
        Actor.CONSOLE,
        new Course(
            code,
            Told.inFrench(title),
            Told.inFrench("On apprend en faisant."),
            Optional.of(Told.inFrench("Votre téléphone")),
            Optional.empty(),
            Level.BEGINNER,
            90,
            Set.of(Audience.EVERYBODY),
            Set.of(Competence.INTERACT),
            List.of(needs),
            true,
            false,
            1));
    return code;
  }

  /// A place that everybody may see.
  public Place place(String name) {
    var id = UUID.randomUUID();
    var made =
        new Place(
            id,
            new Place.Keys("test-" + id, "", ""),
            name,
            new Place.Address(
                "1 rue des Tests", "", "97200", "Fort-de-France", "97209", null, null),
            new Place.Contact("+596596000000", List.of(), List.of(), ""),
            "",
            new Place.About("", "", ""),
            new Place.Offer(List.of(), Set.of(), List.of(), null, List.of()),
            new Place.Origin("test", null, LocalDate.of(2026, 1, 1)),
            new Place.Standing(true, false, false, 1, java.time.Instant.EPOCH));
    places.add(Actor.CONSOLE, made);
    return made;
  }

  /// A room of twelve seats.
  public UUID room(UUID place) {
    return resource(Kind.ROOM, "Salle", Optional.of(place), OptionalInt.of(12), Optional.empty());
  }

  /// A half of a room of a place.
  public UUID half(UUID whole, UUID place) {
    var id = UUID.randomUUID();
    var half =
        new Resource(
            id,
            Kind.ROOM,
            "Moitié",
            Optional.of(place),
            OptionalInt.of(12),
            Optional.empty(),
            true,
            false,
            1);
    return resources.add(Actor.CONSOLE, half, whole) ? id : new UUID(0, 0);
  }

  /// A trainer without an account.
  public UUID trainer(String name) {
    return resource(Kind.TRAINER, name, Optional.empty(), OptionalInt.empty(), Optional.empty());
  }

  /// A trainer who signs in.
  public UUID trainer(String name, UUID account) {
    return resource(
        Kind.TRAINER, name, Optional.empty(), OptionalInt.empty(), Optional.of(account));
  }

  private UUID resource(
      Kind kind, String name, Optional<UUID> place, OptionalInt seats, Optional<UUID> account) {
    var id = UUID.randomUUID();
    resources.add(
        Actor.CONSOLE, new Resource(id, kind, name, place, seats, account, true, false, 1));
    return id;
  }

  /// A plan from ten to half past eleven, with a quarter of an hour before and after.
  public static Plan plan(String course, UUID place, LocalDate day) {
    return new Plan(
        course,
        day,
        LocalTime.of(10, 0),
        LocalTime.of(11, 30),
        15,
        15,
        place,
        Optional.empty(),
        Set.of(),
        8,
        Language.FR,
        false,
        true,
        false,
        0,
        7);
  }

  /// The same in a room, with a trainer.
  public static Plan in(Plan plan, UUID room, UUID... with) {
    return new Plan(
        plan.course(),
        plan.day(),
        plan.from(),
        plan.until(),
        plan.setUp_minutes(),
        plan.cleanUp_minutes(),
        plan.place(),
        Optional.of(room),
        Set.of(with),
        plan.seats(),
        plan.language(),
        plan.childcare(),
        plan.stepFree(),
        plan.womenOnly(),
        plan.reservedPercent(),
        plan.reservedUntilDays());
  }

  /// The same at other hours.
  public static Plan at(Plan plan, LocalTime from, LocalTime until) {
    return new Plan(
        plan.course(),
        plan.day(),
        from,
        until,
        plan.setUp_minutes(),
        plan.cleanUp_minutes(),
        plan.place(),
        plan.room(),
        plan.with(),
        plan.seats(),
        plan.language(),
        plan.childcare(),
        plan.stepFree(),
        plan.womenOnly(),
        plan.reservedPercent(),
        plan.reservedUntilDays());
  }

  /// The same with other seats.
  public static Plan seats(Plan plan, int seats) {
    return new Plan(
        plan.course(),
        plan.day(),
        plan.from(),
        plan.until(),
        plan.setUp_minutes(),
        plan.cleanUp_minutes(),
        plan.place(),
        plan.room(),
        plan.with(),
        seats,
        plan.language(),
        plan.childcare(),
        plan.stepFree(),
        plan.womenOnly(),
        plan.reservedPercent(),
        plan.reservedUntilDays());
  }

  /// The same with or without somebody who looks after children and a way in without steps.
  public static Plan conditions(Plan plan, boolean childcare, boolean stepFree) {
    return new Plan(
        plan.course(),
        plan.day(),
        plan.from(),
        plan.until(),
        plan.setUp_minutes(),
        plan.cleanUp_minutes(),
        plan.place(),
        plan.room(),
        plan.with(),
        plan.seats(),
        plan.language(),
        childcare,
        stepFree,
        plan.womenOnly(),
        plan.reservedPercent(),
        plan.reservedUntilDays());
  }

  /// The same with other trainers and equipment.
  public static Plan with(Plan plan, UUID... with) {
    return in(plan, plan.room().orElseThrow(), with);
  }

  /// One session.
  public Session session(Plan plan) {
    return series(plan, Repetition.ONCE).getFirst();
  }

  /// The sessions of a series.
  public List<Session> series(Plan plan, Repetition repetition) {
    if (timetable.plan(Actor.CONSOLE, UUID.randomUUID(), plan, repetition, false)
        instanceof Done(var sessions)) {
      return sessions;
    }
    throw new AssertionError("it was not planned");
  }
}

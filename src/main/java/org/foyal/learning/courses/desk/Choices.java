package org.foyal.learning.courses.desk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Plan.Rhythm;
import org.foyal.learning.courses.Resource;
import org.foyal.learning.courses.Resource.Kind;
import org.foyal.learning.courses.Resources;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.shell.Page;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What can be chosen where a session is planned.
@Component("courseChoices")
class Choices {
  private final Courses courses;
  private final Resources resources;
  private final Places places;

  Choices(Courses courses, Resources resources, Places places) {
    this.courses = courses;
    this.resources = resources;
    this.places = places;
  }

  /// What there is now.
  Offered now() {
    return offered(Set.of());
  }

  /// The same, with what a session has already, in use or not: nobody takes it away unasked.
  Offered with(Plan standing) {
    var held = new HashSet<>(standing.with());
    standing.room().ifPresent(held::add);
    held.add(standing.place());
    return offered(held);
  }

  private Offered offered(Set<UUID> held) {
    return new Offered(courses.listCourses(), places.listAll(), resources.list(), held);
  }

  /// Courses, places and resources.
  ///
  /// @param held what is offered even if it is hidden or out of use, as the session has it
  record Offered(
      List<Course> courses, List<Place> places, List<Resource> resources, Set<UUID> held) {
    /// Keeps the set as it is.
    Offered {
      held = Set.copyOf(held);
    }

    /// Courses by code; those that are no longer given only where one is chosen.
    Map<String, String> courseNames(Language reader, @Nullable String chosen) {
      var all = new LinkedHashMap<String, String>();
      courses.stream()
          .filter(one -> one.active() || one.code().equals(chosen))
          .forEach(one -> all.put(one.code(), one.title().in(reader)));
      return all;
    }

    Map<String, String> placeNames() {
      var all = new LinkedHashMap<String, String>();
      places.stream()
          .filter(one -> !one.standing().hidden() || held.contains(one.id()))
          .forEach(one -> all.put(one.id().toString(), one.name()));
      return all;
    }

    /// Rooms with their places and seats.
    Map<String, String> rooms(Page page) {
      var all = new LinkedHashMap<String, String>();
      resources.stream()
          .filter(one -> one.kind() == Kind.ROOM && offers(one))
          .forEach(one ->
              all.put(
                  one.id().toString(),
                  page.say(
                      "learning.courses.room.of",
                      place(one.place()),
                      one.active() ? one.name() : page.say("learning.courses.retired", one.name()),
                      one.seats().orElse(0))));
      return all;
    }

    private boolean offers(Resource one) {
      return one.active() || held.contains(one.id());
    }

    /// The trainers or the equipment.
    List<Resource> of(Kind kind) {
      return resources.stream().filter(one -> one.kind() == kind && offers(one)).toList();
    }

    String place(Optional<UUID> id) {
      return places.stream()
          .filter(one -> id.filter(one.id()::equals).isPresent())
          .map(Place::name)
          .findFirst()
          .orElse("–");
    }

    String course(String code, Language reader) {
      return courses.stream()
          .filter(one -> one.code().equals(code))
          .map(one -> one.title().in(reader))
          .findFirst()
          .orElse(code);
    }

    Map<String, String> languages() {
      var all = new LinkedHashMap<String, String>();
      for (var one : Language.values()) {
        all.put(one.code(), one.ownName());
      }
      return all;
    }

    Map<String, String> rhythms(Page page) {
      var all = new LinkedHashMap<String, String>();
      for (var one : Rhythm.values()) {
        all.put(one.name(), page.say("learning.courses.rhythm." + one));
      }
      return all;
    }
  }
}

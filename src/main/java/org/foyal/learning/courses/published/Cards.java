package org.foyal.learning.courses.published;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.SeatsLeft;
import org.foyal.learning.courses.SeatsLeft.Left;
import org.foyal.learning.courses.Session;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.shell.ShellSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts together what a page shows of sessions.
@Component
class Cards {
  private final Courses courses;
  private final Places places;
  private final ObjectProvider<SeatsLeft> seats;
  private final ShellSettings shell;

  Cards(Courses courses, Places places, ObjectProvider<SeatsLeft> seats, ShellSettings shell) {
    this.courses = courses;
    this.places = places;
    this.seats = seats;
    this.shell = shell;
  }

  List<Card> of(List<Session> sessions) {
    if (sessions.isEmpty()) {
      return List.of();
    }
    var taught =
        courses.listCourses().stream().collect(Collectors.toMap(Course::code, Function.identity()));
    var where = places.listAll().stream().collect(Collectors.toMap(Place::id, Function.identity()));
    var left = left(sessions.stream().filter(Session::planned).map(Session::id).toList());
    return sessions.stream().flatMap(one -> card(one, taught, where, left).stream()).toList();
  }

  private Map<UUID, Left> left(Collection<UUID> sessions) {
    var asked = seats.getIfAvailable();
    return asked == null ? Map.of() : asked.left(sessions);
  }

  private Optional<Card> card(
      Session one, Map<String, Course> taught, Map<UUID, Place> where, Map<UUID, Left> left) {
    var course = Optional.ofNullable(taught.get(one.course()));
    var place = Optional.ofNullable(where.get(one.place()));
    return course.flatMap(about ->
        place.map(there ->
            new Card(
                one, about, there, Optional.ofNullable(left.get(one.id())), shell.timeZone())));
  }
}

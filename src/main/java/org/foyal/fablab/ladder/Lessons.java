package org.foyal.fablab.ladder;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.machines.MachineType;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Courses.Sought;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Attendance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of where one learns what a kind of machine asks for: the sessions of `learning` that
/// teach it.
@Service
public class Lessons {
  private static final int LOOKED_AT = 20;

  private final Courses courses;
  private final Requirements requirements;
  private final Clock clock;

  Lessons(Courses courses, Requirements requirements, Clock clock) {
    this.courses = courses;
    this.requirements = requirements;
    this.clock = clock;
  }

  /// The sessions of a course from a moment on.
  static Sought of(String course, Instant from) {
    var all = Sought.all(from);
    return new Sought(
        all.from(),
        all.need(),
        Optional.of(course),
        all.places(),
        all.language(),
        all.part(),
        all.childcare(),
        all.stepFree(),
        all.womenOnly(),
        all.competence(),
        all.audience());
  }

  /// The next sessions of the course that teaches a kind of machine, the soonest first; cancelled
  /// ones are left out.
  @Transactional(readOnly = true)
  public List<Session> next(MachineType type, int most) {
    var course = type.teaching().course();
    if (course.isEmpty()) {
      return List.of();
    }
    return next(course.get(), most);
  }

  /// The next sessions of a course, the soonest first; cancelled ones are left out.
  @Transactional(readOnly = true)
  public List<Session> next(String course, int most) {
    return courses.search(of(course, clock.instant()), Optional.empty(), LOOKED_AT).stream()
        .filter(Session::planned)
        .limit(most)
        .toList();
  }

  /// The sessions of its course to which somebody came, the last one first.
  @Transactional(readOnly = true)
  public List<Attendance.Attended> attended(UUID member, MachineType type) {
    return requirements.attended(member, type);
  }
}

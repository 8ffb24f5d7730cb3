package org.foyal.fablab.ladder;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.fablab.ladder.Grant.Granter;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Participation;
import org.foyal.people.Actor;
import org.springframework.stereotype.Service;

/// The façade for whoever held a session that teaches a machine: all who came are granted what it
/// teaches, at once, each by what was noted of them.
@Service
public class SessionGrants {
  private static final int SHOWN = 40;
  private static final int LOOKED_AT = 100;
  private static final int BACK_days = 60;

  private final Courses courses;
  private final Attendance attendance;
  private final Machines machines;
  private final Members members;
  private final Ladder ladder;
  private final Ladder.Around around;

  SessionGrants(
      Courses courses,
      Attendance attendance,
      Machines machines,
      Members members,
      Ladder ladder,
      Ladder.Around around) {
    this.courses = courses;
    this.attendance = attendance;
    this.machines = machines;
    this.members = members;
    this.ladder = ladder;
    this.around = around;
  }

  /// The sessions of the last two months that teach a machine and have begun, the last first.
  public List<Session> recent() {
    var taught =
        machines.listTypes().stream()
            .flatMap(type -> type.teaching().course().stream())
            .collect(Collectors.toSet());
    var now = around.now();
    var from = now.minus(Duration.ofDays(BACK_days));
    return taught.stream()
        .flatMap(course ->
            courses.search(Lessons.of(course, from), Optional.empty(), LOOKED_AT).stream())
        .filter(one -> one.planned() && !one.startsAt().isAfter(now))
        .sorted(Comparator.comparing(Session::startsAt).reversed())
        .limit(SHOWN)
        .toList();
  }

  /// The kinds of machine that a session teaches.
  public List<MachineType> taught(Session session) {
    return machines.listTypes().stream()
        .filter(MachineType::active)
        .filter(type -> type.teaching().course().filter(session.course()::equals).isPresent())
        .toList();
  }

  /// Somebody who came.
  ///
  /// @param standing how they stand now
  public record Came(Participation.Learner learner, Standing standing) {}

  /// Those who came to a session, as it was noted, with how they stand at a kind of machine.
  public List<Came> came(Session session, String type) {
    return attendance.listSeated(session.id()).stream()
        .filter(place -> place.state().attended())
        .map(place -> new Came(place.learner(), standing(place.learner().id(), type)))
        .toList();
  }

  private Standing standing(UUID learner, String type) {
    var member = members.ofLearner(learner).map(Member::id).orElse(learner);
    return ladder.standing(member, type, around.now());
  }

  /// What became of each.
  public record Result(Participation.Learner learner, Granting granting) {}

  /// Grants a level to those who came, but those who are left out; whoever does not come to the lab
  /// yet is noted as somebody who does. Each stands for themselves: one who lacks something keeps
  /// none of the others waiting.
  ///
  /// @param form names the form that was sent: for each of them it is done once
  public List<Result> grant(
      Actor by, UUID form, Session session, MachineType type, Set<UUID> learners) {
    var level = Level.of(type.teaching().courseLevel());
    return came(session, type.code()).stream()
        .map(Came::learner)
        .filter(one -> learners.contains(one.id()) && !one.erased())
        .map(one -> new Result(one, grant(by, form, session, type, level, one.id())))
        .toList();
  }

  private Granting grant(
      Actor by, UUID form, Session session, MachineType type, Level level, UUID learner) {
    var member = members.enter(learner, session.example());
    return ladder.grant(
        new Granter.Staff(by),
        new Grant(
            form,
            member.id(),
            type.code(),
            level,
            Evidence.attended(session.id()),
            Optional.empty(),
            session.example()));
  }
}

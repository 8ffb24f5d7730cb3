package org.foyal.fablab.ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.fablab.ladder.Grant.Granter;
import org.foyal.fablab.ladder.Granting.Lacks;
import org.foyal.fablab.ladder.Granting.NotAllowed;
import org.foyal.fablab.ladder.Granting.NotShown;
import org.foyal.fablab.ladder.Granting.NotThere;
import org.foyal.fablab.ladder.Granting.NothingToDo;
import org.foyal.fablab.ladder.Granting.Suspended;
import org.foyal.fablab.ladder.Granting.Unknown;
import org.foyal.fablab.ladder.Standing.State;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.learning.enrolment.Attendance;
import org.springframework.stereotype.Component;

/// What a level asks for: of whoever works by it, of whoever is granted it, of whoever grants it.
@Component
class Requirements {
  private final LadderStore store;
  private final Members members;
  private final Machines machines;
  private final Attendance attendance;
  private final Ladder.Around around;

  Requirements(
      LadderStore store,
      Members members,
      Machines machines,
      Attendance attendance,
      Ladder.Around around) {
    this.store = store;
    this.members = members;
    this.machines = machines;
    this.attendance = attendance;
    this.around = around;
  }

  Optional<MachineType> type(String code) {
    return machines.findType(code);
  }

  Optional<Member> member(UUID id) {
    return members.find(id);
  }

  void seen(UUID member) {
    members.seen(member);
  }

  Standing standing(UUID member, String type, Instant at) {
    var used = Optional.ofNullable(store.lastUsed(member).get(type));
    return Rungs.standing(type, store.events(member, type), used, at);
  }

  List<Standing> standings(UUID member, Instant at) {
    var events = store.events(member);
    var used = store.lastUsed(member);
    return machines.listTypes().stream()
        .filter(MachineType::active)
        .map(type ->
            Rungs.standing(
                type.code(),
                events.stream().filter(one -> one.type().equals(type.code())).toList(),
                Optional.ofNullable(used.get(type.code())),
                at))
        .toList();
  }

  List<Missing> missing(UUID member, String type, Level wanted, Instant at) {
    var types = machines.typesByCode();
    var about = types.get(type);
    if (about == null || !about.active()) {
      return List.of(new Missing.Closed());
    }
    var missing = new LinkedHashSet<Missing>();
    needs(member, about, types, at, missing);
    step(member, type, wanted, at).ifPresent(missing::add);
    members
        .find(member)
        .ifPresent(who -> age(who, about, LocalDate.ofInstant(at, around.zone()), missing));
    return List.copyOf(missing);
  }

  /// What a kind asks for at others, and they in turn: the first to be done stands first. There is
  /// no circle: the database sees to it.
  private void needs(
      UUID member,
      MachineType type,
      Map<String, MachineType> types,
      Instant at,
      Set<Missing> missing) {
    for (var need : type.rules().needs()) {
      Optional.ofNullable(types.get(need.type()))
          .ifPresent(below -> needs(member, below, types, at, missing));
      step(member, need.type(), Level.of(need.level()), at).ifPresent(missing::add);
    }
  }

  private Optional<Missing> step(UUID member, String type, Level wanted, Instant at) {
    var standing = standing(member, type, at);
    if (standing.reaches(wanted)) {
      return Optional.empty();
    }
    var today = standing(member, type, around.now());
    boolean ends = standing.state() == State.EXPIRED && today.reaches(wanted);
    return ends && standing.until().isPresent()
        ? Optional.of(new Missing.Ends(type, standing.until().get()))
        : Optional.of(new Missing.Step(type, wanted, standing.level(), standing.state()));
  }

  private static void age(Member who, MachineType type, LocalDate on, Set<Missing> missing) {
    int youngest = type.rules().youngest_years();
    var age = who.age_years(on);
    if (youngest > 0 && age.isEmpty()) {
      missing.add(new Missing.AgeUnknown(youngest));
    } else if (age.filter(years -> years < youngest).isPresent()) {
      missing.add(new Missing.TooYoung(youngest));
    }
    if (who.needsGuardian(on)) {
      missing.add(new Missing.Guardian());
    }
  }

  /// Why a level is not granted.
  Optional<Granting> refuse(Granter by, Grant grant, Instant now) {
    var type = type(grant.type()).filter(MachineType::active);
    if (type.isEmpty() || member(grant.member()).isEmpty()) {
      return Optional.of(new Unknown());
    }
    if (!allowed(by, grant, now) || grant.level() == Level.NONE) {
      return Optional.of(new NotAllowed());
    }
    var standing = standing(grant.member(), grant.type(), now);
    if (standing.state() == State.SUSPENDED) {
      return Optional.of(new Suspended());
    }
    if (standing.level().reaches(grant.level())) {
      return Optional.of(new NothingToDo(standing));
    }
    var lacks = lacks(grant, now);
    return lacks.isPresent() ? lacks : evidence(grant, type.get());
  }

  /// Why a level does not hold for longer.
  Optional<Granting> refuseRenewal(Granter by, Grant grant, Standing standing, Instant now) {
    var type = type(grant.type()).filter(MachineType::active);
    if (type.isEmpty()) {
      return Optional.of(new Unknown());
    }
    if (!allowed(by, grant, now)) {
      return Optional.of(new NotAllowed());
    }
    var lacks = lacks(grant, now);
    if (lacks.isPresent()) {
      return lacks;
    }
    return workedLately(standing, type.get()) ? Optional.empty() : evidence(grant, type.get());
  }

  private boolean workedLately(Standing standing, MachineType type) {
    int months = type.teaching().recent_months().orElse(USUALLY_months);
    return standing
        .lastUsed()
        .filter(day -> day.isAfter(around.today().minusMonths(months)))
        .isPresent();
  }

  private static final int USUALLY_months = 6;

  private boolean allowed(Granter by, Grant grant, Instant now) {
    return switch (by) {
      case Granter.Staff _ -> true;
      case Granter.Referent(UUID referent) ->
          !referent.equals(grant.member())
              && Level.AUTONOMOUS_STAFFED.reaches(grant.level())
              && standing(referent, grant.type(), now).reaches(Level.REFERENT);
    };
  }

  /// What else comes first: all but the level itself.
  private Optional<Granting> lacks(Grant grant, Instant now) {
    var lacks =
        missing(grant.member(), grant.type(), Level.NONE, now).stream()
            .filter(one -> !(one instanceof Missing.Guardian))
            .toList();
    return lacks.isEmpty() ? Optional.empty() : Optional.of(new Lacks(lacks));
  }

  /// What speaks for it: a session of the course, up to the level that the course gives; the whole
  /// check-list, for any level; words, where the kind has neither.
  private Optional<Granting> evidence(Grant grant, MachineType type) {
    var evidence = grant.evidence();
    var teaching = type.teaching();
    int checks = teaching.checks().size();
    if (evidence.session().isPresent() && !attended(grant, teaching.course())) {
      return Optional.of(new NotThere());
    }
    boolean taught =
        evidence.session().isPresent() && Level.of(teaching.courseLevel()).reaches(grant.level());
    boolean shown = checks > 0 && evidence.checks() == checks;
    boolean said =
        checks == 0
            && evidence.words().isPresent()
            && (teaching.course().isEmpty() || grant.level().number() > teaching.courseLevel());
    return !evidence.none() && (taught || shown || said)
        ? Optional.empty()
        : Optional.of(new NotShown(checks));
  }

  private boolean attended(Grant grant, Optional<String> course) {
    return course.isPresent()
        && attendance.attended(grant.member(), Set.of(course.get())).stream()
            .anyMatch(one -> grant.evidence().session().filter(one.session()::equals).isPresent());
  }

  /// The sessions of its course to which somebody came, the last one first.
  List<Attendance.Attended> attended(UUID member, MachineType type) {
    return new ArrayList<>(
        attendance.attended(member, type.teaching().course().map(Set::of).orElse(Set.of())));
  }
}

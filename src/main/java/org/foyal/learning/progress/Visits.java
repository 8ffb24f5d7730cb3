package org.foyal.learning.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Participation;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.learning.progress.CanDo.Moment;

/// The places of one person in one session, or in the sessions of one series, in their order; and
/// when what can be answered.
///
/// @param here the place by which it was asked
record Visits(Participation here, List<Visit> all) {
  /// How long before its end a session counts as held: papers are handed out as people leave.
  static final Duration LEAVING = Duration.ofMinutes(15);

  /// One place with its session.
  record Visit(Participation place, Session session) {
    boolean counts() {
      return session.planned() && (place.state() == State.CONFIRMED || place.state().attended());
    }

    boolean held(Instant now) {
      return session.planned()
          && place.state().attended()
          && !now.isBefore(session.endsAt().minus(LEAVING));
    }
  }

  Visits {
    all = all.stream().sorted(Comparator.comparing(one -> one.session().startsAt())).toList();
  }

  List<Visit> counting() {
    return all.stream().filter(Visit::counts).toList();
  }

  /// Those that they came to and that are over.
  List<Visit> held(Instant now) {
    return all.stream().filter(one -> one.held(now)).toList();
  }

  /// The key of the words that say why an answer can't be given now; nothing: it can.
  ///
  /// @param desk whether somebody of the staff writes down what stands on paper
  /// @param mend how long after the end what was said can be mended
  Optional<String> closed(Moment moment, Instant now, boolean desk, Duration mend) {
    var counting = counting();
    if (here.learner().erased()) {
      return Optional.of("learning.progress.problem.erased");
    }
    if (counting.isEmpty()) {
      return Optional.of("learning.progress.problem.no-place");
    }
    if (now.isAfter(counting.getLast().session().endsAt().plus(mend))) {
      return Optional.of("learning.progress.problem.late");
    }
    return moment == Moment.BEFORE ? before(counting, now, desk) : after(now, desk);
  }

  /// What one could do before is said before one knows how it went.
  private static Optional<String> before(List<Visit> counting, Instant now, boolean desk) {
    return desk || now.isBefore(counting.getFirst().session().endsAt())
        ? Optional.empty()
        : Optional.of("learning.progress.problem.begun");
  }

  private Optional<String> after(Instant now, boolean desk) {
    var came = all.stream().filter(one -> one.counts() && one.place().state().attended()).toList();
    if (came.isEmpty()) {
      return Optional.of("learning.progress.problem.not-come");
    }
    var first = came.getFirst().session();
    return now.isBefore(desk ? first.startsAt() : first.endsAt().minus(LEAVING))
        ? Optional.of("learning.progress.problem.early")
        : Optional.empty();
  }

  /// The place that an answer is kept with.
  Participation home() {
    var counting = counting().stream().map(Visit::place).toList();
    return counting.stream()
        .filter(one -> one.id() == here.id())
        .findFirst()
        .orElseGet(() -> counting.isEmpty() ? here : counting.getFirst());
  }
}

package org.foyal.learning.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.enrolment.LineStore.Note;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What becomes of places when time passes or a session changes.
@Component
class Turns {
  private static final Duration REMIND = Duration.ofDays(2);
  private static final Duration ASK = Duration.ofDays(3);

  /// Whoever was asked later than that keeps the seat, whatever they say.
  private static final Duration ASKED = Duration.ofHours(36);

  private static final Duration KEPT = Duration.ofDays(365);

  private final ParticipationStore places;
  private final LineStore line;
  private final ListStore lists;
  private final LearnerStore learners;
  private final Promotion promotion;
  private final Means means;

  /// What it needs beside the places.
  @Component
  record Means(Courses courses, Promotion.Told told, ShellSettings city, Clock clock) {}

  Turns(
      ParticipationStore places,
      LineStore line,
      ListStore lists,
      LearnerStore learners,
      Promotion promotion,
      Means means) {
    this.places = places;
    this.line = line;
    this.lists = lists;
    this.learners = learners;
    this.promotion = promotion;
    this.means = means;
  }

  /// The sessions in which a seat waits for somebody or an offer has ended.
  @Transactional(readOnly = true)
  List<UUID> toPromote() {
    return lists.toPromote(means.clock().instant());
  }

  /// Who was to say again that they come, and has not a day before.
  @Transactional(readOnly = true)
  List<Participation> unconfirmed() {
    var now = means.clock().instant();
    return lists.unconfirmed(now, now.plus(Duration.ofDays(1)), ASKED);
  }

  /// Gives the seat of one of them to the line; they wait.
  @Transactional
  void release(Participation found) {
    var session = promotion.hold(found.session());
    var place = places.get(found.id());
    if (place.asksToConfirm()) {
      promotion.giveBack(place, session);
    }
  }

  /// Sessions that have begun, in which somebody still waits.
  @Transactional(readOnly = true)
  List<UUID> over() {
    return lists.over(means.clock().instant());
  }

  /// Ends the line of a session that has begun.
  @Transactional
  void endLine(UUID id) {
    var session = means.courses().lock(id);
    var now = means.clock().instant();
    if (now.isBefore(session.startsAt())) {
      return;
    }
    for (var place : lists.left(id)) {
      var seat = line.seatOf(place.id());
      line.end(place.id(), State.LAPSED, Optional.empty());
      line.note(place.id(), Note.of("OVER", now));
      seat.ifPresent(number -> promotion.free(id, number));
    }
  }

  /// Who comes within two days and was not reminded; within three, who is to say whether they come.
  @Transactional(readOnly = true)
  List<Participation> toRemind() {
    var now = means.clock().instant();
    return lists.toRemind(now, now.plus(REMIND), now.plus(ASK));
  }

  /// Reminds one of them, or asks them where it is not too late to give the seat to somebody else.
  @Transactional
  void remind(Participation found) {
    var now = means.clock().instant();
    var place = places.get(found.id());
    if (place.state() != State.CONFIRMED || place.reminded()) {
      return;
    }
    var session = means.courses().get(place.session());
    boolean ask = place.asksToConfirm() && !now.isAfter(session.startsAt().minus(ASKED));
    means.told().letters().remind(place, session, means.told().code(place), ask);
    lists.reminded(place.id(), now);
  }

  /// The sessions of whose time, place or state somebody has not been told.
  @Transactional(readOnly = true)
  List<UUID> untold() {
    return lists.untold(means.clock().instant().minus(Duration.ofDays(30)));
  }

  /// Tells everybody who comes to a session, or waits, what has become of it, each once. Where it
  /// takes place at another time, who comes to another one then keeps both places and is told to
  /// choose. Where it does not take place, all places are taken back; who had waited keeps their
  /// turn for the next session of the course.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void follow(UUID id) {
    var session = promotion.hold(id);
    line.clampOffers(session);
    for (var place : lists.untold(session)) {
      if (session.planned()) {
        boolean clashes = place.state() == State.CONFIRMED && !line.follow(place.id(), session);
        line.note(place.id(), Note.of("MOVED", means.clock().instant()));
        means.told().letters().moved(place, session, means.told().code(place), clashes);
      } else {
        promotion.leave(place, session, State.REVOKED, Reason.SESSION, null);
        means.told().letters().revoked(place, session, means.told().code(place));
      }
      lists.told(place.id(), session);
    }
  }

  /// Erases what is no longer kept: what sessions should have had for people, a day later; names
  /// and contacts, a year after the last session.
  @Transactional
  void forget() {
    var now = means.clock().instant();
    lists.forgetNeeds(now.minus(Duration.ofDays(1)));
    lists.countReasons(now.minus(Duration.ofDays(1)));
    learners.erase(now.minus(KEPT), LocalDate.ofInstant(now, means.city().timeZone()));
  }
}

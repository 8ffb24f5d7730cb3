package org.foyal.learning.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.foyal.learning.courses.Session;

/// Who of those that wait is offered a seat that is free: a pure rule, so that it can be shown to
/// lose no seat, give none twice and let nobody jump.
///
/// The rule, public and dated 2026-11-26: whoever waits longest is first. Until the day that the
/// session names, some seats are kept for those whom the agreement wants to reach first; for these
/// the longest-waiting one of them is first. Whoever is elsewhere at that time is passed over and
/// keeps their place; so is, for a day, whoever turned an offer down. Whoever can't be told of an
/// offer does not lose it by the clock.
final class WaitingList {
  /// So often a seat is offered to somebody; who answers none of them no longer waits.
  static final int MOST_OFFERS = 3;

  /// So long nobody is asked again who turned an offer down.
  static final Duration NOT_ASKED_AGAIN = Duration.ofDays(1);

  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofDays(2);
  private static final Duration SHORT = Duration.ofHours(2);
  private static final LocalTime UP = LocalTime.of(8, 0);
  private static final LocalTime ASLEEP = LocalTime.of(20, 0);

  private WaitingList() {}

  /// Somebody who waits.
  ///
  /// @param target whether a kept seat is meant for them
  /// @param elsewhere whether they are passed over for now: they are expected at another session at
  ///   that time, or have just turned an offer down
  record Waiting(long id, boolean target, boolean elsewhere) {}

  /// The seats that nobody has and that are offered to nobody.
  ///
  /// @param reserved kept for some, until they are released
  /// @param open for everybody
  record Free(int reserved, int open) {
    Free {
      if (reserved < 0 || open < 0) {
        throw new IllegalArgumentException("fewer than no seats");
      }
    }

    int all() {
      return reserved + open;
    }
  }

  /// When a session begins, and when its kept seats are given to everybody.
  record Times(Instant startsAt, Instant releasedAt) {
    static Times of(Session session) {
      return new Times(session.startsAt(), session.releasedAt());
    }

    boolean released(Instant now) {
      return !now.isBefore(releasedAt) || firstCome(now);
    }

    /// Whether it is so late that a free seat is for whoever comes first: nobody has time to be
    /// asked one after the other.
    boolean firstCome(Instant now) {
      return !now.isBefore(startsAt.minus(SHORT));
    }

    /// Until when an offer made now holds: a day; two hours between eight in the morning and eight
    /// in the evening where the session is less than two days away; never longer than until it
    /// begins.
    Instant deadline(Instant now, ZoneId zone) {
      boolean far = now.isBefore(startsAt.minus(SOON));
      var until = far ? now.plus(USUAL) : awake(now, SHORT, zone);
      return until.isBefore(startsAt) ? until : startsAt;
    }

    /// Until when an offer holds of which somebody can't be told by letter and is not told yet:
    /// until it is two days before the session, and as long as any other offer.
    Instant untold(Instant now, ZoneId zone) {
      var soon = startsAt.minus(SOON);
      var usual = deadline(now, zone);
      return soon.isAfter(usual) ? soon : usual;
    }

    /// The moment that is so long after another, when the night does not count.
    private static Instant awake(Instant from, Duration length, ZoneId zone) {
      var at = from.atZone(zone);
      var morning = at.with(UP);
      var evening = at.with(ASLEEP);
      if (at.isBefore(morning)) {
        return morning.plus(length).toInstant();
      }
      var today = Duration.between(at, evening);
      return today.compareTo(length) >= 0
          ? from.plus(length)
          : morning
              .plusDays(1)
              .plus(length)
              .minus(today.isNegative() ? Duration.ZERO : today)
              .toInstant();
    }
  }

  /// A seat that is offered to somebody.
  ///
  /// @param reserved whether it is one of those that are kept
  /// @param passedOver how many of those who compete for that seat wait longer and were passed
  ///   over: of everybody, or of those for whom it is kept
  record Offer(long id, boolean reserved, int passedOver, Instant until) {}

  /// Offers the free seats.
  ///
  /// @param queue who waits, the longest-waiting one first; read no further than there are seats
  /// @param zone the city's, where people sleep at night
  static List<Offer> promote(
      Iterator<Waiting> queue, Free free, Instant now, Times times, ZoneId zone) {
    var offers = new ArrayList<Offer>();
    if (times.firstCome(now)) {
      return offers;
    }
    int reserved = times.released(now) ? 0 : free.reserved();
    int open = free.all() - reserved;
    int passedOver = 0;
    int passedOfThose = 0;
    var until = times.deadline(now, zone);
    while (reserved + open > 0 && queue.hasNext()) {
      var next = queue.next();
      if (next.elsewhere()) {
        passedOver++;
        passedOfThose += next.target() ? 1 : 0;
      } else if (next.target() && reserved > 0) {
        offers.add(new Offer(next.id(), true, passedOfThose, until));
        reserved--;
      } else if (open > 0) {
        offers.add(new Offer(next.id(), false, passedOver, until));
        open--;
      }
    }
    return offers;
  }

  /// Whether there is anybody to whom a seat could go.
  static boolean anybody(Iterator<Waiting> queue) {
    while (queue.hasNext()) {
      if (!queue.next().elsewhere()) {
        return true;
      }
    }
    return false;
  }
}

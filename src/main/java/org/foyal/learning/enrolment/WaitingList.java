package org.foyal.learning.enrolment;

import java.time.Duration;
import java.time.Instant;
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
/// keeps their place.
final class WaitingList {
  /// So often a seat is offered to somebody; who answers none of them no longer waits.
  static final int MOST_OFFERS = 3;

  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofDays(2);
  private static final Duration SHORT = Duration.ofHours(2);

  private WaitingList() {}

  /// Somebody who waits.
  ///
  /// @param target whether a kept seat is meant for them
  /// @param elsewhere whether they are expected at another session at that time
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

    /// Until when an offer made now holds: a day; two hours where the session is less than two days
    /// away; never longer than until it begins.
    Instant deadline(Instant now) {
      var until = now.plus(now.isBefore(startsAt.minus(SOON)) ? USUAL : SHORT);
      return until.isBefore(startsAt) ? until : startsAt;
    }
  }

  /// A seat that is offered to somebody.
  ///
  /// @param reserved whether it is one of those that are kept
  /// @param passedOver how many wait longer and were passed over, since they are elsewhere then or
  ///   the seat is not kept for them
  record Offer(long id, boolean reserved, int passedOver, Instant until) {}

  /// Offers the free seats.
  ///
  /// @param queue who waits, the longest-waiting one first; read no further than there are seats
  static List<Offer> promote(Iterator<Waiting> queue, Free free, Instant now, Times times) {
    var offers = new ArrayList<Offer>();
    if (times.firstCome(now)) {
      return offers;
    }
    int reserved = times.released(now) ? 0 : free.reserved();
    int open = free.all() - reserved;
    int passedOver = 0;
    var until = times.deadline(now);
    while (reserved + open > 0 && queue.hasNext()) {
      var next = queue.next();
      if (next.elsewhere() || (open == 0 && !next.target())) {
        passedOver++;
      } else if (next.target() && reserved > 0) {
        offers.add(new Offer(next.id(), true, passedOver, until));
        reserved--;
      } else if (open > 0) {
        offers.add(new Offer(next.id(), false, passedOver, until));
        open--;
      }
    }
    return offers;
  }
}

package org.foyal.learning.courses;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what is taught and when, for whoever reads; `Timetable` changes it.
@Service
public class Courses {
  private final TimetableStore sessions;

  Courses(TimetableStore sessions) {
    this.sessions = sessions;
  }

  /// A session, if there is one of that name.
  @Transactional(readOnly = true)
  public Optional<Session> find(UUID session) {
    return sessions.find(session);
  }

  /// A session that is known to be there.
  ///
  /// @throws NoSuchElementException when it is not
  @Transactional(readOnly = true)
  public Session get(UUID session) {
    return sessions.find(session).orElseThrow(() -> absent(session));
  }

  /// The same, and holds it until the transaction at hand ends: nobody moves, cancels or shrinks it
  /// meanwhile.
  ///
  /// @throws NoSuchElementException when it is not there
  @Transactional(propagation = Propagation.MANDATORY)
  public Session lock(UUID session) {
    return sessions.lock(session).orElseThrow(() -> absent(session));
  }

  /// A session, if there is one, and sees to it that nobody moves, cancels or shrinks it until the
  /// transaction at hand ends; others may do the same meanwhile.
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Session> share(UUID session) {
    return sessions.share(session);
  }

  /// The sessions that begin at or after a moment, the soonest first; cancelled ones too.
  @Transactional(readOnly = true)
  public List<Session> upcoming(Instant from, int most) {
    return sessions.upcoming(from, most);
  }

  private static NoSuchElementException absent(UUID session) {
    return new NoSuchElementException("no session " + session);
  }
}

package org.foyal.learning.courses;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what is taught and when: needs and courses, which the staff enters, and sessions,
/// which [Timetable] plans.
@Service
public class Courses {
  private static final int CHUNK = 500;

  private final CatalogueStore catalogue;
  private final TimetableStore sessions;
  private final SessionSearchStore search;
  private final CityDays city;
  private final Trail trail;

  Courses(
      CatalogueStore catalogue,
      TimetableStore sessions,
      SessionSearchStore search,
      CityDays city,
      Trail trail) {
    this.catalogue = catalogue;
    this.sessions = sessions;
    this.search = search;
    this.city = city;
    this.trail = trail;
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

  private static NoSuchElementException absent(UUID session) {
    return new NoSuchElementException("no session " + session);
  }

  /// The sessions that begin at or after a moment, the soonest first; cancelled ones too.
  @Transactional(readOnly = true)
  public List<Session> upcoming(Instant from, int most) {
    return sessions.upcoming(from, most);
  }

  /// What sessions somebody looks for; what is not said does not matter.
  ///
  /// @param from none that begin before
  /// @param places at one of these
  /// @param competence of courses that train it
  /// @param audience of courses that are for these people; those that name nobody are for everybody
  public record Sought(
      Instant from,
      Optional<String> need,
      Optional<String> course,
      Optional<Set<UUID>> places,
      Optional<Language> language,
      Part part,
      boolean childcare,
      boolean stepFree,
      boolean womenOnly,
      Optional<Competence> competence,
      Optional<Course.Audience> audience) {
    /// All that begin at or after a moment.
    public static Sought all(Instant from) {
      return new Sought(
          from,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Part.ANY,
          false,
          false,
          false,
          Optional.empty(),
          Optional.empty());
    }
  }

  /// When in the day, by the city's clock; the evening begins at five.
  public enum Part {
    /// It does not matter.
    ANY,
    /// Before the evening.
    DAY,
    /// In the evening.
    EVENING
  }

  /// The sessions that are sought, the soonest first; cancelled ones too.
  ///
  /// @param after the last one of the page before
  @Transactional(readOnly = true)
  public List<Session> search(Sought sought, Optional<UUID> after, int most) {
    return search.list(sought, city.zone(), after, most);
  }

  /// Reads one by one, without ever holding them all, the sessions that end after a moment, and
  /// those that were cancelled after it. Nothing of the database is held while they are read.
  ///
  /// @param place at this one only
  /// @param trainer held by this one only
  public void each(
      Instant since, Optional<UUID> place, Optional<UUID> trainer, Consumer<Session> reader) {
    var last = Optional.<Session>empty();
    List<Session> some;
    do {
      some = search.chunk(since, place, trainer, last, CHUNK);
      some.forEach(reader);
      last = some.isEmpty() ? last : Optional.of(some.getLast());
    } while (some.size() == CHUNK);
  }

  /// The sessions that a place or a trainer has lost to another one after a moment, the soonest
  /// first: whoever follows the calendar of the one or of the other must be told.
  ///
  /// @param place that they have left; nothing: any trainer's
  /// @param trainer who no longer holds them; nothing: any place's
  @Transactional(readOnly = true)
  public List<Session> listLeft(Instant since, Optional<UUID> place, Optional<UUID> trainer) {
    return search.left(since, place, trainer);
  }

  /// Changes whenever a session or the words of a course do.
  @Transactional(readOnly = true)
  public String stamp() {
    return search.stamp();
  }

  /// What people want to be able to do, in its order; what is no longer offered too.
  @Transactional(readOnly = true)
  public List<Need> listNeeds() {
    return catalogue.listNeeds();
  }

  /// The need of a code.
  @Transactional(readOnly = true)
  public Optional<Need> findNeed(String code) {
    return catalogue.listNeeds().stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /// All courses by their French titles, those that are no longer given too.
  @Transactional(readOnly = true)
  public List<Course> listCourses() {
    return catalogue.listCourses();
  }

  /// The course of a code.
  @Transactional(readOnly = true)
  public Optional<Course> findCourse(String code) {
    return Plain.isCode(code) ? catalogue.findCourse(code) : Optional.empty();
  }

  /// Enters a need. False: its code is taken.
  @Transactional
  public boolean add(Actor by, Need made) {
    return noted(by, "learning.courses.act.need", made.code(), catalogue.add(made));
  }

  /// Changes a need. False: somebody else did first.
  @Transactional
  public boolean update(Actor by, Need made) {
    return noted(by, "learning.courses.act.need", made.code(), catalogue.update(made));
  }

  /// Enters a course. False: its code is taken.
  @Transactional
  public boolean add(Actor by, Course made) {
    return noted(by, "learning.courses.act.course", made.code(), catalogue.add(made));
  }

  /// Changes a course. False: somebody else did first.
  @Transactional
  public boolean update(Actor by, Course made) {
    return noted(by, "learning.courses.act.course", made.code(), catalogue.update(made));
  }

  private boolean noted(Actor by, String act, String about, boolean written) {
    if (written) {
      trail.append(by.did(act, about));
    }
    return written;
  }
}

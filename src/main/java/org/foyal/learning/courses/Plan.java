package org.foyal.learning.courses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.foyal.shell.language.Language;

/// A session as somebody plans it, by the city's calendar and clock.
///
/// @param course the code of the course
/// @param day the day; of a series, its first
/// @param setUp_minutes,cleanUp_minutes how long before and after everything it needs is taken
/// @param with trainers and equipment
public record Plan(
    String course,
    LocalDate day,
    LocalTime from,
    LocalTime until,
    int setUp_minutes,
    int cleanUp_minutes,
    UUID place,
    Optional<UUID> room,
    Set<UUID> with,
    int seats,
    Language language,
    boolean childcare,
    boolean stepFree,
    boolean womenOnly,
    int reservedPercent,
    int reservedUntilDays) {
  /// The most sessions of a series.
  public static final int MOST = 100;

  /// The most seats of a session.
  public static final int MOST_SEATS = 500;

  /// Keeps the set as it is.
  public Plan {
    with = Set.copyOf(with);
  }

  /// How a series goes on.
  public enum Rhythm {
    /// Each day.
    DAY(1),
    /// Each week.
    WEEK(7),
    /// Every two weeks.
    TWO_WEEKS(14),
    /// Every four weeks.
    FOUR_WEEKS(28);

    private final int days;

    Rhythm(int days) {
      this.days = days;
    }
  }

  /// How often a session is repeated.
  ///
  /// @param rhythm nothing: it is one session
  /// @param times how often in all, those that are left out too
  /// @param without days that are left out
  public record Repetition(Optional<Rhythm> rhythm, int times, Set<LocalDate> without) {
    /// One session and no more.
    public static final Repetition ONCE = new Repetition(Optional.empty(), 1, Set.of());

    /// Keeps the days as they are.
    public Repetition {
      without = Set.copyOf(without);
    }

    /// The days from a first one on, those that are left out too.
    public List<LocalDate> days(LocalDate first) {
      int step = rhythm.map(one -> one.days).orElse(0);
      return IntStream.range(0, rhythm.isEmpty() ? 1 : Math.clamp(times, 0, MOST + 1))
          .mapToObj(i -> first.plusDays((long) i * step))
          .toList();
    }
  }

  /// Which sessions of a series a change is for; those that are over or under way never change.
  public enum Scope {
    /// This one.
    THIS,
    /// This one and those after it.
    FOLLOWING,
    /// All that are to come.
    ALL
  }

  /// When it begins, and when it ends.
  Instant startsAt(ZoneId zone) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  Instant endsAt(ZoneId zone) {
    return day.atTime(until).atZone(zone).toInstant();
  }

  /// Everything that it takes.
  Set<UUID> taken() {
    var all = new HashSet<>(with);
    room.ifPresent(all::add);
    return all;
  }

  /// The same on another day.
  public Plan on(LocalDate other) {
    return new Plan(
        course,
        other,
        from,
        until,
        setUp_minutes,
        cleanUp_minutes,
        place,
        room,
        with,
        seats,
        language,
        childcare,
        stepFree,
        womenOnly,
        reservedPercent,
        reservedUntilDays);
  }

  /// A session as it stands, as a plan.
  ///
  /// @param with its trainers and equipment
  public static Plan of(Session session, Set<UUID> with, ZoneId zone) {
    var starts = session.startsAt().atZone(zone);
    return new Plan(
        session.course(),
        starts.toLocalDate(),
        starts.toLocalTime(),
        session.endsAt().atZone(zone).toLocalTime(),
        session.setUp_minutes(),
        session.cleanUp_minutes(),
        session.place(),
        session.room(),
        with,
        session.seats(),
        session.language(),
        session.childcare(),
        session.stepFree(),
        session.womenOnly(),
        session.reservedPercent(),
        session.reservedUntilDays());
  }

  /// What a change of another session of its series makes of this one: what was changed there
  /// changes here, what is this one's own stays.
  Plan changed(Plan before, Plan after) {
    long days = after.day.toEpochDay() - before.day.toEpochDay();
    var others = new HashSet<>(with);
    others.removeAll(before.with.stream().filter(one -> !after.with.contains(one)).toList());
    others.addAll(after.with.stream().filter(one -> !before.with.contains(one)).toList());
    boolean moved = !before.place.equals(after.place) || !before.room.equals(after.room);
    return new Plan(
        pick(course, before.course, after.course),
        day.plusDays(days),
        pick(from, before.from, after.from),
        pick(until, before.until, after.until),
        pick(setUp_minutes, before.setUp_minutes, after.setUp_minutes),
        pick(cleanUp_minutes, before.cleanUp_minutes, after.cleanUp_minutes),
        moved ? after.place : place,
        moved ? after.room : room,
        others,
        pick(seats, before.seats, after.seats),
        pick(language, before.language, after.language),
        pick(childcare, before.childcare, after.childcare),
        pick(stepFree, before.stepFree, after.stepFree),
        pick(womenOnly, before.womenOnly, after.womenOnly),
        pick(reservedPercent, before.reservedPercent, after.reservedPercent),
        pick(reservedUntilDays, before.reservedUntilDays, after.reservedUntilDays));
  }

  private static <T> T pick(T own, T before, T after) {
    return before.equals(after) ? own : after;
  }
}

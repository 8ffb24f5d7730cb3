package org.foyal.learning.places.hours;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.TokenMgrError;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.StringReader;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.foyal.cases.calendar.WorkingDays;
import org.foyal.learning.places.hours.Hours.Ruled;
import org.foyal.learning.places.hours.Hours.Unreadable;
import org.foyal.learning.places.hours.Hours.Untold;
import org.foyal.learning.places.hours.Now.State;
import org.foyal.shell.ShellSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says of opening hours as they are written whether a place is open, and when.
@Component
public class Openings {
  private static final int AHEAD_days = 14;
  private static final int LONGEST = 1_000;

  private final LoadingCache<String, Hours> read =
      Caffeine.newBuilder().maximumSize(2_000).build(Openings::read);
  private final WorkingDays holidays;
  private final Clock clock;
  private final ShellSettings shell;

  Openings(WorkingDays holidays, Clock clock, ShellSettings shell) {
    this.holidays = holidays;
    this.clock = clock;
    this.shell = shell;
  }

  private static Hours read(String written) {
    if (written.isBlank()) {
      return new Untold();
    }
    if (written.length() > LONGEST) {
      return new Unreadable();
    }
    try {
      var rules = new OpeningHoursParser(new StringReader(written)).rules(false);
      return !rules.isEmpty() && rules.stream().allMatch(Selector::judged)
          ? new Ruled(List.copyOf(rules))
          : new Unreadable();
    } catch (OpeningHoursParseException
        | TokenMgrError
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NullPointerException unreadable) {
      // the library reads what is written beside the rules, too, and trips over some of it
      return new Unreadable();
    }
  }

  /// Whether hours say nothing, or something that we understand.
  public boolean understands(String written) {
    return !(read.get(written) instanceof Unreadable);
  }

  /// Whether hours differ from one week of the year to another.
  public boolean seasonal(String written) {
    return read.get(written) instanceof Ruled ruled && ruled.seasonal();
  }

  /// Whether a place is open at this moment.
  public Now now(String written) {
    return now(written, LocalDateTime.ofInstant(clock.instant(), shell.timeZone()));
  }

  Now now(String written, LocalDateTime at) {
    return switch (read.get(written)) {
      case Untold() -> only(State.UNKNOWN);
      case Unreadable() -> only(State.UNREADABLE);
      case Ruled ruled -> now(ruled, at);
    };
  }

  private static Now only(State state) {
    return new Now(state, null, 0, 0, "");
  }

  private Now now(Ruled ruled, LocalDateTime at) {
    var today = at.toLocalDate();
    int minute = at.getHour() * 60 + at.getMinute();
    var late = night(ruled, today.minusDays(1), minute + Span.DAY_min);
    if (late.isPresent() && late.get().state() == State.OPEN) {
      return late.get();
    }
    if (untold(ruled, today)) {
      return only(State.HOLIDAY);
    }
    var spans = ruled.on(today, holidays.isHoliday(today));
    var held = held(spans, minute);
    if (held != null) {
      return open(ruled, held, today);
    }
    if (late.isPresent()) {
      return late.get();
    }
    var next = spans.stream().filter(span -> span.from_min() > minute).findFirst();
    if (next.isPresent()) {
      return new Now(State.LATER_TODAY, today, 0, next.get().from_min(), next.get().note());
    }
    return ruled
        .otherwise(today, holidays.isHoliday(today))
        .map(span -> new Now(State.MAYBE, today, 0, span.to_min(), span.note()))
        .orElseGet(() -> later(ruled, today));
  }

  /// What the night that began on the day before says of the small hours.
  private Optional<Now> night(Ruled ruled, LocalDate before, int minute) {
    var held = held(ruled.on(before, holidays.isHoliday(before)), minute);
    if (held == null) {
      return Optional.empty();
    }
    boolean sure = held.sure() && !untold(ruled, before);
    return Optional.of(
        new Now(
            sure ? State.OPEN : State.MAYBE,
            before.plusDays(1),
            0,
            held.to_min() - Span.DAY_min,
            held.note()));
  }

  private Now open(Ruled ruled, Span held, LocalDate today) {
    if (!held.sure()) {
      return new Now(State.MAYBE, today, 0, held.to_min(), held.note());
    }
    if (held.to_min() > Span.DAY_min) {
      return new Now(State.OPEN, today, 1, held.to_min() - Span.DAY_min, held.note());
    }
    if (!held.whole()) {
      return new Now(State.OPEN, today, 0, held.to_min(), held.note());
    }
    boolean always =
        IntStream.range(1, AHEAD_days)
            .mapToObj(today::plusDays)
            .allMatch(day -> ruled.on(day, holidays.isHoliday(day)).stream().anyMatch(Span::whole));
    return always
        ? new Now(State.ALWAYS, today, 0, 0, held.note())
        : new Now(State.OPEN, today, 0, Span.DAY_min, held.note());
  }

  private Now later(Ruled ruled, LocalDate today) {
    Optional<Now> asked = Optional.empty();
    for (int ahead = 1; ahead <= AHEAD_days; ahead++) {
      var day = today.plusDays(ahead);
      var spans = untold(ruled, day) ? List.<Span>of() : ruled.on(day, holidays.isHoliday(day));
      var timed = spans.stream().filter(span -> span.sure() || !span.whole()).findFirst();
      if (timed.isPresent()) {
        return new Now(State.ANOTHER_DAY, day, ahead, timed.get().from_min(), timed.get().note());
      }
      if (asked.isEmpty() && !spans.isEmpty()) { // no hour is said: « sur rendez-vous »
        asked = Optional.of(new Now(State.MAYBE, day, ahead, 0, spans.getFirst().note()));
      }
    }
    return asked.orElseGet(() -> only(State.CLOSED));
  }

  private static @Nullable Span held(List<Span> spans, int minute) {
    return spans.stream().filter(span -> span.holds(minute)).findFirst().orElse(null);
  }

  private boolean untold(Ruled ruled, LocalDate day) {
    return holidays.isHoliday(day) && !ruled.speaksOfHolidays();
  }

  /// The seven days from today on; none where the hours say nothing that we understand.
  public List<Day> week(String written) {
    return week(written, LocalDate.ofInstant(clock.instant(), shell.timeZone()));
  }

  List<Day> week(String written, LocalDate from) {
    return read.get(written) instanceof Ruled ruled
        ? from.datesUntil(from.plusDays(7))
            .map(day -> new Day(day, ruled.on(day, holidays.isHoliday(day)), untold(ruled, day)))
            .toList()
        : List.of();
  }

  /// Monday to Sunday of this week as if none of them were a public holiday, for paper; none where
  /// the hours say nothing that we understand.
  public List<Day> ordinaryWeek(String written) {
    var monday =
        LocalDate.ofInstant(clock.instant(), shell.timeZone())
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return read.get(written) instanceof Ruled ruled
        ? monday
            .datesUntil(monday.plusDays(7))
            .map(day -> new Day(day, ruled.on(day, false), false))
            .toList()
        : List.of();
  }
}

package org.foyal.learning.places.finding;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.files.Phone;
import org.foyal.learning.places.hours.Day;
import org.foyal.learning.places.hours.Now;
import org.foyal.learning.places.hours.Span;
import org.foyal.shell.Page;
import org.foyal.shell.language.Language;

/// Hours, distances and numbers as people say them.
public final class Said {
  private static final DateTimeFormatter ENGLISH_HOUR =
      DateTimeFormatter.ofPattern("h a", Locale.UK);
  private static final DateTimeFormatter ENGLISH_TIME =
      DateTimeFormatter.ofPattern("h.mm a", Locale.UK);
  private static final int UNCLEAR_days = 6;
  private static final int DAY_signs = 10;
  private static final int SPAN_signs = 15;
  private static final double FEET_m = 1_500;
  private static final double METRES_A_MINUTE = 60; // 4 km/h, and a way is longer than the line

  private Said() {}

  /// A time of day: « 8 h 30 », “8.30 am”.
  public static String clock(Page page, int minutes) {
    if (minutes == Span.DAY_min) {
      return page.say("learning.places.midnight");
    }
    int of_day = minutes % Span.DAY_min;
    var time = LocalTime.of(of_day / 60, of_day % 60);
    if (page.language() == Language.EN) {
      return (time.getMinute() == 0 ? ENGLISH_HOUR : ENGLISH_TIME).format(time);
    }
    return time.getMinute() == 0
        ? time.getHour() + "\u00a0h"
        : time.getHour() + "\u00a0h\u00a0" + String.format(Locale.ROOT, "%02d", time.getMinute());
  }

  /// The name of a day of the week.
  public static String weekday(Page page, LocalDate day) {
    return page.say("learning.places.day." + day.getDayOfWeek().getValue());
  }

  /// The times of a day.
  public static String spans(Page page, List<Span> spans) {
    return spans.isEmpty()
        ? page.say("learning.places.closed")
        : spans.stream().map(span -> span(page, span)).collect(Collectors.joining(", "));
  }

  private static String span(Page page, Span span) {
    var times =
        span.whole()
            ? page.say("learning.places.all-day")
            : clock(page, span.from_min()) + "\u00a0–\u00a0" + clock(page, span.to_min());
    var unsure = span.whole() && !span.sure() ? "" : times;
    return span.note().isEmpty()
        ? times + (span.sure() ? "" : " (" + page.say("learning.places.ask-first") + ")")
        : unsure.isEmpty() ? span.note() : times + " (" + span.note() + ")";
  }

  /// Whether a place is open now.
  public static String now(Page page, Place place, Now now) {
    if (!place.standing().open()) {
      return page.say("learning.places.shut");
    }
    if (!place.welcomes()) {
      return page.say("learning.places.nobody");
    }
    var key = "learning.places.now." + now.state();
    boolean phone = !place.contact().phone().isEmpty();
    return switch (now.state()) {
      case OPEN ->
          page.say(now.ahead_days() == 0 ? key : key + ".night", clock(page, now.minute()));
      case LATER_TODAY -> page.say(key, clock(page, now.minute()));
      case ANOTHER_DAY ->
          now.day() == null
              ? ""
              : page.say(key, on(page, now.day(), now.ahead_days()), clock(page, now.minute()));
      case UNKNOWN, HOLIDAY, MAYBE -> page.say(phone ? key : key + ".visit");
      case ALWAYS, CLOSED, UNREADABLE -> page.say(key);
    };
  }

  /// A day to come; from the sixth on its name alone could mean this week's or the next.
  private static String on(Page page, LocalDate day, int ahead_days) {
    var name = weekday(page, day);
    return ahead_days < UNCLEAR_days ? name : name + " (" + page.date(day) + ")";
  }

  /// How far it is, in words.
  public static String away(Page page, double away_m) {
    if (away_m < 75) {
      return page.say("learning.places.away.here");
    }
    if (away_m < FEET_m) {
      int metres = (int) Math.round(away_m / 50) * 50;
      int minutes = (int) Math.max(1, Math.ceil(away_m * 1.3 / METRES_A_MINUTE));
      return page.say("learning.places.away.walk", metres, minutes);
    }
    return page.say("learning.places.away.km", page.number(Math.round(away_m / 100) / 10.0));
  }

  /// A number as people dial it.
  public static String phone(Place place) {
    return Phone.said(place.contact().phone());
  }

  /// A week in few lines: days with the same times stand together.
  public static List<String> week(Page page, List<Day> days) {
    return parts(days).stream().map(part -> line(page, part)).toList();
  }

  private static String line(Page page, List<Day> part) {
    var first = weekday(page, part.getFirst().day());
    var name =
        part.size() == 1
            ? first
            : page.say("learning.places.days", first, weekday(page, part.getLast().day()));
    return name + "\u00a0: " + spans(page, part.getFirst().spans());
  }

  /// How many lines a week takes, about, where so many signs stand in one.
  static int lines(List<Day> days, int width) {
    return parts(days).stream()
        .mapToInt(part ->
            part.getFirst().spans().stream()
                .mapToInt(span -> SPAN_signs + span.note().length())
                .sum())
        .map(signs -> 1 + (DAY_signs + signs) / width)
        .sum();
  }

  /// Days in a row with the same times; those without any are left out.
  static List<List<Day>> parts(List<Day> days) {
    var parts = new ArrayList<List<Day>>();
    for (int from = 0; from < days.size(); ) {
      int to = from + 1;
      while (to < days.size() && days.get(to).spans().equals(days.get(from).spans())) {
        to++;
      }
      if (!days.get(from).spans().isEmpty()) {
        parts.add(days.subList(from, to));
      }
      from = to;
    }
    return parts;
  }
}

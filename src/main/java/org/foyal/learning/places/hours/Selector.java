package org.foyal.learning.places.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Month;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says on which days a rule of opening hours holds, and which rules we can't judge.
final class Selector {
  private static final List<WeekDay> WEEK = List.of(WeekDay.values());
  private static final List<Month> MONTHS = List.of(Month.values());

  private Selector() {}

  /// Whether all that a rule speaks of is something that we can judge: no sunset, no school
  /// holidays, no Easter, no end left open.
  static boolean judged(Rule rule) {
    return some(rule.getTimes()).stream()
            .allMatch(time ->
                time.getStartEvent() == null
                    && time.getEndEvent() == null
                    && !time.isOpenEnded()
                    && time.getInterval() <= 0
                    && time.getStart() >= 0
                    && time.getEnd() >= 0)
        && some(rule.getHolidays()).stream()
            .allMatch(holiday ->
                holiday.getType() == Holiday.Type.PH
                    && holiday.getOffset() == 0
                    && (holiday.getUseAsWeekDay() || rule.getDays() == null))
        && some(rule.getDays()).stream()
            .allMatch(range -> range.getOffset() == 0 && range.getStartDay() != null)
        && some(rule.getDates()).stream().allMatch(Selector::judged)
        && says(rule);
  }

  private static boolean says(Rule rule) {
    return rule.isTwentyfourseven()
        || rule.getModifier() != null
        || rule.getTimes() != null
        || rule.getDays() != null
        || rule.getHolidays() != null;
  }

  private static boolean judged(DateRange range) {
    var end = range.getEndDate();
    return range.getInterval() <= 0
        && judged(range.getStartDate(), range.getStartDate())
        && (end == null || judged(end, range.getStartDate()));
  }

  /// @param start where the range begins: `Dec 25-26` names the month once
  private static boolean judged(DateWithOffset date, DateWithOffset start) {
    return date.getVarDate() == null
        && (date.getMonth() != null || (start.getMonth() != null && date.getDay() > 0))
        && (date.undefinedDay() || date.getDay() > 0)
        && date.getNthWeekDay() == null
        && date.getWeekDayOffset() == null
        && date.getDayOffset() == 0
        && !date.isOpenEnded();
  }

  static boolean holds(Rule rule, LocalDate day, boolean holiday) {
    return any(rule.getYears(), range -> holds(range, day))
        && any(rule.getWeeks(), range -> holds(range, day))
        && any(rule.getDates(), range -> holds(range, day))
        && weekday(rule, day, holiday);
  }

  private interface Test<T> {
    boolean holds(T range);
  }

  private static <T> boolean any(@Nullable List<T> ranges, Test<T> test) {
    return ranges == null || ranges.stream().anyMatch(test::holds);
  }

  private static <T> List<T> some(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static boolean weekday(Rule rule, LocalDate day, boolean holiday) {
    if (rule.getDays() == null && rule.getHolidays() == null) {
      return true;
    }
    return (holiday && rule.getHolidays() != null)
        || some(rule.getDays()).stream().anyMatch(range -> holds(range, day));
  }

  private static boolean holds(YearRange range, LocalDate day) {
    int year = day.getYear();
    int end = range.getEndYear() < 0 ? range.getStartYear() : range.getEndYear();
    int every = Math.max(1, range.getInterval());
    return year >= range.getStartYear()
        && (range.isOpenEnded() || year <= end)
        && (year - range.getStartYear()) % every == 0;
  }

  private static boolean holds(WeekRange range, LocalDate day) {
    int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    int end = range.getEndWeek() <= 0 ? range.getStartWeek() : range.getEndWeek();
    int every = Math.max(1, range.getInterval());
    boolean over = end < range.getStartWeek(); // from one year into the next
    boolean within =
        over
            ? week >= range.getStartWeek() || week <= end
            : week >= range.getStartWeek() && week <= end;
    int since = week - range.getStartWeek() + (week < range.getStartWeek() ? weeksBefore(day) : 0);
    return within && since % every == 0;
  }

  /// How many weeks the year before has.
  private static int weeksBefore(LocalDate day) {
    var before = day.minusWeeks(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(before).getMaximum();
  }

  private static boolean holds(DateRange range, LocalDate day) {
    var from = range.getStartDate();
    var to = range.getEndDate() == null ? from : range.getEndDate();
    var endMonth = to.getMonth() == null ? from.getMonth() : to.getMonth();
    if (!from.undefinedYear()) {
      int endYear = to.undefinedYear() ? from.getYear() : to.getYear();
      if (to.undefinedYear() && last(to, endMonth, endYear).isBefore(first(from))) {
        endYear++;
      }
      return !day.isBefore(first(from).atYear(from.getYear()))
          && !day.isAfter(last(to, endMonth, endYear).atYear(endYear));
    }
    var now = MonthDay.from(day);
    var start = first(from);
    var end = last(to, endMonth, day.getYear());
    return start.isAfter(end)
        ? !now.isBefore(start) || !now.isAfter(end)
        : !now.isBefore(start) && !now.isAfter(end);
  }

  private static MonthDay first(DateWithOffset date) {
    int day = date.undefinedDay() ? 1 : date.getDay();
    int month = MONTHS.indexOf(date.getMonth()) + 1;
    return MonthDay.of(month, Math.min(day, java.time.Month.of(month).maxLength()));
  }

  private static MonthDay last(DateWithOffset date, Month named, int year) {
    int month = MONTHS.indexOf(named) + 1;
    int longest = YearMonth.of(year, month).lengthOfMonth();
    return MonthDay.of(month, date.undefinedDay() ? longest : Math.min(date.getDay(), longest));
  }

  private static boolean holds(WeekDayRange range, LocalDate day) {
    int start = WEEK.indexOf(range.getStartDay());
    int end = range.getEndDay() == null ? start : WEEK.indexOf(range.getEndDay());
    int now = day.getDayOfWeek().getValue() - 1;
    boolean within = start <= end ? start <= now && now <= end : now >= start || now <= end;
    return within
        && (range.getNths() == null
            || range.getNths().isEmpty()
            || range.getNths().stream().anyMatch(nth -> holds(nth, day)));
  }

  /// The first Monday is number 1, the last one number -1.
  private static boolean holds(Nth nth, LocalDate day) {
    int counted = (day.getDayOfMonth() - 1) / WEEK.size() + 1;
    int fromEnd = (day.lengthOfMonth() - day.getDayOfMonth()) / WEEK.size() + 1;
    int start = nth.getStartNth();
    if (start < 0) {
      return fromEnd == -start;
    }
    int end = nth.getEndNth() == Nth.INVALID_NTH ? start : nth.getEndNth();
    return start <= counted && counted <= end;
  }
}

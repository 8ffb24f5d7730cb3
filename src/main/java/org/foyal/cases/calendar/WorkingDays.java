package org.foyal.cases.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The days on which the city works: Monday to Friday, except the public holidays of its calendar
/// (in France those of the Code du travail, art. L3133-1, and overseas the abolition of slavery,
/// art. L3422-2), Good Friday where the city says so, and the days that the city names itself.
@Component
public class WorkingDays {
  private static final String EASTER_MONDAY = "christian.EASTER_MONDAY";
  private static final int LONGEST_days = 1_000;

  private final Closing closing;
  private final HolidayManager holidays;
  private final Supplier<Set<LocalDate>> entered;
  private final Map<Integer, Map<LocalDate, String>> closed = new ConcurrentHashMap<>();

  @Autowired
  WorkingDays(Closing closing, EnteredDays entered) {
    this(closing, entered::days);
  }

  WorkingDays(Closing closing, Supplier<Set<LocalDate>> entered) {
    this.closing = closing;
    this.holidays = HolidayManager.getInstance(ManagerParameters.create(closing.holidays()));
    this.entered = entered;
  }

  /// The same city, if these were the days that it has entered.
  WorkingDays with(Set<LocalDate> others) {
    return new WorkingDays(closing, () -> others);
  }

  /// Whether the city works on a day.
  public boolean isOpen(LocalDate day) {
    return isOpen(day, entered.get());
  }

  private boolean isOpen(LocalDate day, Set<LocalDate> shut) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !closedIn(day.getYear()).containsKey(day)
        && !shut.contains(day);
  }

  /// Whether the city is closed on a day by law or by its settings, whatever day of the week it is.
  public boolean isHoliday(LocalDate day) {
    return closedIn(day.getYear()).containsKey(day);
  }

  /// The last of so many working days after a day, which is not counted itself (the day of an event
  /// never is: règlement 1182/71, art. 3).
  ///
  /// @param days from 1 to 1,000
  /// @throws IllegalArgumentException for other numbers
  public LocalDate after(LocalDate day, int days) {
    if (days < 1 || days > LONGEST_days) {
      throw new IllegalArgumentException("no number of working days: " + days);
    }
    var shut = entered.get();
    var last = day;
    for (int counted = 0; counted < days; ) {
      last = last.plusDays(1);
      if (isOpen(last, shut)) {
        counted++;
      }
    }
    return last;
  }

  /// How many working days lie after a day up to another, which is counted; 0 when it isn't later.
  public int between(LocalDate day, LocalDate until) {
    var shut = entered.get();
    return day.isBefore(until)
        ? (int)
            day.plusDays(1).datesUntil(until.plusDays(1)).filter(each -> isOpen(each, shut)).count()
        : 0;
  }

  /// The days of a year on which the city is closed by law or by its settings, with their names in
  /// French; a day of the settings has none.
  Map<LocalDate, String> closedIn(int year) {
    return closed.computeIfAbsent(year, this::read);
  }

  private Map<LocalDate, String> read(int year) {
    var days = new TreeMap<LocalDate, String>();
    closing.days().stream().filter(day -> day.getYear() == year).forEach(day -> days.put(day, ""));
    for (Holiday holiday : holidays.getHolidays(Year.of(year))) {
      if (closing.goodFriday() && holiday.getPropertiesKey().equals(EASTER_MONDAY)) {
        days.put(holiday.getDate().minusDays(3), "Vendredi saint");
      }
      days.put(holiday.getDate(), holiday.getDescription(Locale.FRENCH));
    }
    return days;
  }
}

package org.foyal.cases;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The days on which the city works: Monday to Friday, except the public holidays of its calendar
/// (in France those of the Code du travail, art. L3133-1, and overseas the abolition of slavery,
/// art. L3422-2), Good Friday where the city says so, and the days that the city names itself.
@Component
class WorkingDays {
  private static final String EASTER_MONDAY = "christian.EASTER_MONDAY";
  private static final int LONGEST_days = 1_000;

  private final CasesSettings settings;
  private final HolidayManager holidays;
  private final Map<Integer, Set<LocalDate>> closed = new ConcurrentHashMap<>();

  WorkingDays(CasesSettings settings) {
    this.settings = settings;
    this.holidays = HolidayManager.getInstance(ManagerParameters.create(settings.holidays()));
  }

  /// Whether the city works on a day.
  public boolean isOpen(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !closedIn(day.getYear()).contains(day);
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
    var last = day;
    for (int counted = 0; counted < days; ) {
      last = last.plusDays(1);
      if (isOpen(last)) {
        counted++;
      }
    }
    return last;
  }

  /// How many working days lie after a day up to another, which is counted; 0 when it isn't later.
  public int between(LocalDate day, LocalDate until) {
    return day.isBefore(until)
        ? (int) day.plusDays(1).datesUntil(until.plusDays(1)).filter(this::isOpen).count()
        : 0;
  }

  private Set<LocalDate> closedIn(int year) {
    return closed.computeIfAbsent(year, this::read);
  }

  private Set<LocalDate> read(int year) {
    var days = new HashSet<LocalDate>();
    for (Holiday holiday : holidays.getHolidays(Year.of(year))) {
      days.add(holiday.getDate());
      if (settings.goodFriday() && holiday.getPropertiesKey().equals(EASTER_MONDAY)) {
        days.add(holiday.getDate().minusDays(3));
      }
    }
    settings.closedDays().stream().filter(day -> day.getYear() == year).forEach(days::add);
    return Set.copyOf(days);
  }
}

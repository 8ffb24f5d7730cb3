/// The days on which the city works, which every promised date is counted in: public holidays, and
/// the days on which the city itself is closed.
///
/// Owns the table `cases.closed_day`. Façades: [WorkingDays], [ClosedDays]. Door: [ClosedDaysPage]
/// (web, administrators). Calls `people`.
@org.springframework.modulith.NamedInterface("calendar")
@org.jspecify.annotations.NullMarked
package org.foyal.cases.calendar;

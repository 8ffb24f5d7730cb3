/// Calendars: the sessions as iCalendar (RFC 5545), for everybody, for a place, one by one, and for
/// a trainer, with the hours for appointments, behind a secret address; one’s own appointment.
///
/// Owns the table `learning.calendar_key`. Doors: [CalendarApi], [BookingCalendarApi] (programs),
/// [CalendarKeysPage] (web, mediators and administrators), [CalendarNightly] (time),
/// [CalendarListener] (what becomes of trainers). Calls [org.foyal.learning.courses],
/// [org.foyal.learning.enrolment], [org.foyal.learning.appointments], [org.foyal.learning.places]
/// and `people`. No calendar names anybody.
@org.jspecify.annotations.NullMarked
package org.foyal.learning.calendars;

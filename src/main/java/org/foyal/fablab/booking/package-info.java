/// Bookings of machines and of the lab: who works where and when, who waits, who is supervised, and
/// what becomes of it.
///
/// Owns the tables `fablab.booking`, `booking_event`, `occupation` and `duty`; the database refuses
/// whatever overlaps and whoever is not allowed. Façades: [Bookings] for whoever comes, [LabDays]
/// for the staff. Doors: [BookPage], [MyBookingPage], [LabDayPage] (web), [BookingCalendarApi]
/// (programs), [BookingListener] (levels that lapse, machines that break), [BookingNightly] (time).
/// Calls `members`, `machines`, `ladder`, the sessions of `learning`, `people` and `post`.
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.booking;

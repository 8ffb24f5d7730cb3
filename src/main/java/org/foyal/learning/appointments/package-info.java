/// Appointments: somebody opens hours at a place, somebody takes one without an account, somebody
/// comes without one and takes a number; what was done is recorded from there.
///
/// Owns the tables `opening`, `slot`, `appointment`, `appointment_event`, `ticket`, `unmet` and
/// `appointment_away` of the schema `learning`, and what they occupy in `occupation`; the database
/// gives each slot to one person. Façades: [Appointments] for whoever takes one, [Slots] for
/// whoever opens hours, [Reception] for whoever receives, [Diary] for calendars and figures. Doors:
/// [TakePage], [MyAppointmentPage], [OpeningsPage], [DayPage], [BookPage], [AppointmentPage] (web),
/// [AppointmentNightly] (time), [AppointmentClosing] (asked by whoever closes a place),
/// [BookingOccasions] (asked by whoever records). Calls [org.foyal.learning.courses],
/// [org.foyal.learning.places], [org.foyal.learning.enrolment], [org.foyal.learning.activity],
/// `people` with its mandates, `post` and `cases`.
@org.springframework.modulith.NamedInterface("appointments")
@org.jspecify.annotations.NullMarked
package org.foyal.learning.appointments;

/// Enrolment: who comes to a session, who waits for a seat, and what became of each place, without
/// an account.
///
/// Owns the tables `seat`, `learner`, `participation` and `participation_event` of the schema
/// `learning`; the database gives each seat away once. Façades: [Enrolments] for whoever comes,
/// [Attendance] for whoever holds the session. Doors: [JoinPage], [MyPlacePage], [PeoplePage],
/// [CallsPage], [ClosingPage] (web), [EnrolmentNightly] (time), [EnrolmentListener] (what becomes
/// of sessions). Calls [org.foyal.learning.courses] and [org.foyal.learning.places].
@org.springframework.modulith.NamedInterface("enrolment")
@org.jspecify.annotations.NullMarked
package org.foyal.learning.enrolment;

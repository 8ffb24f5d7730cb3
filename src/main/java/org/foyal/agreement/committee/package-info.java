/// The steering committee: meetings whose agenda makes itself from what is late or due, decisions
/// with somebody who answers for them, attendance, the report to sign.
///
/// Owns the tables `agreement.meeting`, `attendance`, `agenda_item`, `decision`. Façade:
/// [Committee]. Doors: [DecisionsPage] (web), [MeetingsPage], [MeetingPage], [PlanPage] (web,
/// staff). Calls [org.foyal.agreement] and [org.foyal.agreement.accompaniment].
@org.jspecify.annotations.NullMarked
package org.foyal.agreement.committee;

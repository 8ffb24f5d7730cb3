/// An application to a call, without an account: begun, saved step by step, resumed by a reference
/// and its code, sent once before the deadline by the database's own clock.
///
/// Owns `innovation.application` until it is decided, `innovation.answer` and
/// `innovation.attachment`. Façade: [Applications]. Doors: [ApplyPage], [MyApplicationPage] (web),
/// [ApplyCounterPage] (web, staff), [DraftsListener] (a deadline moved), [ApplicationsNightly]
/// (time). Calls `cases` for codes, `people` for mandates, `territory` for areas.
@org.springframework.modulith.NamedInterface("applying")
@org.jspecify.annotations.NullMarked
package org.foyal.innovation.applying;

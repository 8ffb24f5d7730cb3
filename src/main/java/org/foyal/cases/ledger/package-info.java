/// What is kept back of a case, or shown, and why: decisions that nobody edits, appeals against
/// them that somebody else decides, and the public log of both. The rules and the letters are those
/// of the room that opened the case.
///
/// Owns the tables `cases.decision` and `cases.appeal`. Façade: [Ledger]. No door of its own: the
/// pages are those of the rooms. Calls [org.foyal.cases] and `people`.
@org.springframework.modulith.NamedInterface("ledger")
@org.jspecify.annotations.NullMarked
package org.foyal.cases.ledger;

/// Editing: entities made, changed and removed as 18-088 clause 10 says, each with what hangs on it
/// (deep inserts, historical locations, cascades).
///
/// Owns the tables of `things` but for what the ledger writes. Façade: [Entities]. No doors. Calls
/// [org.foyal.things.model] and [org.foyal.things.ledger].
@org.springframework.modulith.NamedInterface("editing")
@org.jspecify.annotations.NullMarked
package org.foyal.things.editing;

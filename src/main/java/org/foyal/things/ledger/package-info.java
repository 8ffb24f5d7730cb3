/// The ledger: observations as they are stored, with the counts and spans that each datastream keeps
/// of them.
///
/// Owns the table `things.observation` and writes the counts in `things.datastream`. Façades:
/// [Ledger], [IncomingJson] (what somebody sent, read). No doors. Calls [org.foyal.things.model]'s
/// words of who writes.
@org.springframework.modulith.NamedInterface("ledger")
@org.jspecify.annotations.NullMarked
package org.foyal.things.ledger;

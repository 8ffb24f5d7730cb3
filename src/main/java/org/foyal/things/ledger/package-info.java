/// The ledger: observations as they are stored, with the counts and spans that each datastream
/// keeps of them.
///
/// Owns the table `things.observation` and writes the counts in `things.datastream`. Façades:
/// [Observations], [Corrections], [IncomingJson] (what somebody sent, read). Tells the house:
/// [Stored], through [AfterStoring]. No doors. Calls [org.foyal.things.model] for its words.
@org.springframework.modulith.NamedInterface("ledger")
@org.jspecify.annotations.NullMarked
package org.foyal.things.ledger;

/// The intake: one way in for observations, whatever their door; those who write at once share one
/// commit, and nobody is told before it.
///
/// Owns no table: rows are the ledger's, which tells who listens. Façade: [Intake]. No doors. Calls
/// [org.foyal.things.ledger] and [org.foyal.things.model].
@org.springframework.modulith.NamedInterface("intake")
@org.jspecify.annotations.NullMarked
package org.foyal.things.intake;

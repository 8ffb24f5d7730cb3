/// The model: the kinds of entity of SensorThings, how they hang together, and who writes them.
///
/// Owns the schema's tables (its first migration); [org.foyal.things.editing] and
/// [org.foyal.things.ledger] write them. No doors. Calls nobody.
@org.springframework.modulith.NamedInterface("model")
@org.jspecify.annotations.NullMarked
package org.foyal.things.model;

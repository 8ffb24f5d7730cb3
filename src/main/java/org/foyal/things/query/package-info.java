/// Reading: what the addresses and options of SensorThings ask is composed into a bounded number of
/// statements, and answered as JSON.
///
/// Owns no table; reads those of `things`. Façade: [Reading]; how a question is written:
/// [org.foyal.things.query.asked]. No doors of its own: [org.foyal.things.serving] has them. Calls
/// [org.foyal.things.model] for the kinds of entity.
@org.springframework.modulith.NamedInterface("query")
@org.jspecify.annotations.NullMarked
package org.foyal.things.query;

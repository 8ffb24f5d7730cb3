/// The model: the entities of SensorThings that people edit, and how they hang together.
///
/// Owns the tables of `things` but for what `intake` writes.
@org.springframework.modulith.NamedInterface("model")
@org.jspecify.annotations.NullMarked
package org.foyal.things.model;

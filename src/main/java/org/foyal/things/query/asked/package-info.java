/// The language of questions: addresses and options of SensorThings 1.1 (18-088, clause 9), read
/// with a position for each fault and bounds for each dimension, before anything is asked of the
/// database.
///
/// Owns no table and has no door; [org.foyal.things.query] asks. Calls [org.foyal.things.model] for
/// the kinds of entity.
@org.springframework.modulith.NamedInterface("asked")
@org.jspecify.annotations.NullMarked
package org.foyal.things.query.asked;

/// Things: the connected city, by the OGC SensorThings API 1.1 (18-088) and MQTT, where what was
/// acknowledged is stored.
///
/// Owns the schema `things`, which its nested rooms share: [org.foyal.things.model] (the kinds of
/// entity), [org.foyal.things.ledger] (observations as they are stored), [org.foyal.things.intake]
/// (their one way in), [org.foyal.things.editing] (all other entities), [org.foyal.things.query]
/// (what somebody asks), [org.foyal.things.serving] (HTTP), [org.foyal.things.mqtt],
/// [org.foyal.things.devices] (who writes), [org.foyal.things.payloads] (what other networks send),
/// [org.foyal.things.keeping] (months and roll-ups), [org.foyal.things.alerts] and
/// [org.foyal.things.figures]. No doors of its own. May call `territory`, `post` and `people`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"territory", "territory.search", "territory.map", "post", "people"})
@org.jspecify.annotations.NullMarked
package org.foyal.things;

/// Serving: the doors of SensorThings 1.1 over HTTP.
///
/// Owns no table. Doors: [ThingsApi] (JSON at `/v1.1/…`). What else the service offers, such as
/// MQTT, says so by [Offered]. Calls [org.foyal.things.query] to read, [org.foyal.things.editing] and
/// [org.foyal.things.intake] to write, and [org.foyal.things.devices] to know who may.
@org.springframework.modulith.NamedInterface("serving")
@org.jspecify.annotations.NullMarked
package org.foyal.things.serving;

/// Serving: the doors of SensorThings 1.1 over HTTP.
///
/// Owns no table. Doors: [ThingsApi] (JSON at `/v1.1/…`). What else the service offers, such as
/// MQTT, says so by [Offered]; who may write is told by `Gate`. Calls [org.foyal.things.query] to
/// read and [org.foyal.things.model] and `intake` to write.
@org.springframework.modulith.NamedInterface("serving")
@org.jspecify.annotations.NullMarked
package org.foyal.things.serving;

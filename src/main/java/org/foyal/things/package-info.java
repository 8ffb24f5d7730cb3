/// Things: the connected city, by the OGC SensorThings API 1.1 (18-088) and MQTT, where what was
/// acknowledged is stored.
///
/// Owns the schema `things`, which its nested rooms share: [org.foyal.things.model] (things,
/// locations, sensors, datastreams: what people edit). No doors of its own. May call `territory`,
/// `post` and `people`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"territory", "territory.search", "territory.map", "post", "people"})
@org.jspecify.annotations.NullMarked
package org.foyal.things;

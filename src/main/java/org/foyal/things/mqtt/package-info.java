/// MQTT (18-088, clauses 13 and 14; MQTT 3.1.1 and 5): observations come in and are acknowledged
/// once they are stored; whoever subscribed is told of them after their commit.
///
/// Owns no table. Doors: [ThingsSubscriber] (MQTT), [MqttListener] (what was stored, and who was
/// shut out). Other rooms take topics of their own by [Commands]. Calls [org.foyal.things.devices],
/// [org.foyal.things.intake], [org.foyal.things.editing] and [org.foyal.things.query].
///
/// Refusals are told by their reason where MQTT 5 speaks. MQTT 3.1.1 has no word for them, and an
/// acknowledgement would say that something is stored which is not: the connection is closed
/// instead, as the standard allows (MQTT-3.3.5-2). A device that sends the same again is slowed by
/// the pace at which its address may connect, and counted. What is stored already, at a datastream
/// that takes one observation a time, is acknowledged.
@org.springframework.modulith.NamedInterface("mqtt")
@org.jspecify.annotations.NullMarked
package org.foyal.things.mqtt;

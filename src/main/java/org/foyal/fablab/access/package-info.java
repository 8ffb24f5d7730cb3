/// Who lets a machine run: interlocks at the machines, badges of the people, and what became of
/// each time.
///
/// Owns the tables `fablab.interlock`, `badge`, `run` and `run_message`. Façades: [Access] (what an
/// interlock says, and whether its machine may run), [Interlocks] and [Badges] (what the staff
/// keeps). Doors: [AccessApi] and [AccessSubscriber] (interlocks by HTTP and MQTT, with credentials
/// of a device of `things`), [AccessPage] (staff), [AccessNightly] (ends what nobody ended). Calls
/// `booking`, `ladder`, `machines`, `members`, [org.foyal.things.devices] and
/// [org.foyal.things.mqtt].
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.access;

/// « Mon capteur sur la carte »: kits that the lab lends, and the way of a beginner from the box to
/// a sensor that everybody sees on the map.
///
/// Owns the tables `fablab.kit` and `kit_loan`; the database refuses that a box is lent twice.
/// Façades: [Kits] (what there is, who has it), [SensorPath] (building, connecting). Doors:
/// [SensorPage] (web, without an account), [KitsDeskPage] (staff), [KitsListener] (alerts of
/// sensors that are lent), [KitsNightly] (reminders). Calls `members`, `ladder`, the adding, the
/// devices and the alerts of `things`, `territory` and `post`.
@org.springframework.modulith.NamedInterface("kits")
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.kits;

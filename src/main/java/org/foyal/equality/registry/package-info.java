/// What is known of each neighbourhood: indicators with their formula and scale, and their values,
/// to which a correction or a late file only adds a version.
///
/// Owns the table `equality.value`. Façade: [Registry]. The rules are pure: [Indicators],
/// [Checking]. Doors: [FeedingNightly] (time), which asks each room for its figures and `territory`
/// for its scores; files come through `bin/index import`. Calls `territory`.
@org.jspecify.annotations.NullMarked
package org.foyal.equality.registry;

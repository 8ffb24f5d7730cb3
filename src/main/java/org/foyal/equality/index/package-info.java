/// The index of equal access: made every night of what is known, kept with all that it was made of,
/// and shown where enough is known. Until then a simulation with invented neighbourhoods that have
/// no names shows how it works, and what would help most.
///
/// Owns the table `equality.index_run`. Façade: [Indexing]. The rules are pure: [EqualityIndex],
/// [Simulation], [Helping]. Doors: [IndexNightly] (time), [IndexCommand] (`bin/index`),
/// [SimulationPage] (web). Calls [org.foyal.equality.registry], [org.foyal.equality.measure] and
/// `territory`.
@org.jspecify.annotations.NullMarked
package org.foyal.equality.index;

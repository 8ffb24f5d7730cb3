/// Bringing the territory in: outlines, populations, scores, streets, roads, places and addresses
/// from files, with a trial before, a report after, and an exact way back.
///
/// Owns the writing of the schema `territory`, which the room around it reads. Doors: [ImportPage]
/// (web), [ImportCommand] (`bin/import`). Tells the house: [org.foyal.territory.TerritoryChanged].
/// May call `territory`.
@org.springframework.modulith.NamedInterface("files")
@org.jspecify.annotations.NullMarked
package org.foyal.territory.files;

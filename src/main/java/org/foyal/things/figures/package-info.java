/// What objects add up to, for the rooms that ask every room.
///
/// Owns no table; reads those of `things`. Façade: [ThingFigures]. No doors. Calls `territory`.
@org.springframework.modulith.NamedInterface("figures")
@org.jspecify.annotations.NullMarked
package org.foyal.things.figures;

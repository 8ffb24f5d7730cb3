/// Showing: the city's objects to everybody, as a list, on a map, one by one; what they reported
/// last, in plain words, and how it went, as a drawing and as a table.
///
/// Owns no table; reads those of `things`. Façade: [Showing]. Doors: [ThingsPage], [ThingsMapPage]
/// (web), [ThingsPointsApi] (GeoJSON). Calls [org.foyal.things.keeping], [org.foyal.things.alerts]
/// and `territory`.
@org.springframework.modulith.NamedInterface("showing")
@org.jspecify.annotations.NullMarked
package org.foyal.things.showing;

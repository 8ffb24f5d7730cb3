/// The map of the territory: tiles and pictures drawn from its tables, its page, its layers as
/// GeoJSON, and the small sketch of an area that other pages show.
///
/// Owns no table; reads `territory.road`, `place`, `street` and the areas through the façade.
/// Doors: [TilesApi] (pictures), [MapPage] (web), [LayersApi] (GeoJSON), [MapListener] (the house
/// has opened: the layers are prepared before anybody asks). Others call [Maps] only.
@org.springframework.modulith.ApplicationModule(allowedDependencies = "territory")
@org.jspecify.annotations.NullMarked
package org.foyal.territory.map;

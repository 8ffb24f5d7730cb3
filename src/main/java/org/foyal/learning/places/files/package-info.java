/// Files of places: reading and writing the national standard v1.0.2, with a trial before.
///
/// Owns no table; writes through [org.foyal.learning.places.Places]. Façade: [PlaceFiles]; what is
/// typed into a form is read by the same [Reading]. Doors: [PlacesApi] (CSV, GeoJSON),
/// [PlacesImportPage] (web, mediators, agents and administrators). Calls what reads the files of
/// the territory, and `people`.
@org.springframework.modulith.NamedInterface("places")
@org.jspecify.annotations.NullMarked
package org.foyal.learning.places.files;

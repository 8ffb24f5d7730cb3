/// Finding by words: areas, streets, addresses and places, as people type them.
///
/// Owns no table: reads the current rows of the schema `territory`, which the nested rooms of the
/// territory share, and keeps the names in memory. Façade: [Search]. Doors: [SearchPage] (web),
/// [SearchApi] (JSON), [SearchListener] (after an import). Calls the territory.
@org.springframework.modulith.ApplicationModule(allowedDependencies = "territory")
@org.jspecify.annotations.NullMarked
package org.foyal.territory.search;

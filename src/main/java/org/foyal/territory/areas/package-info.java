/// The pages and the JSON doors of areas and streets: what is known of each neighbourhood, where it
/// came from, and what is not known.
///
/// Owns no table; reads through [org.foyal.territory.Territory]. Doors: [AreasPage], [AreaPage],
/// [StreetPage] (web), [AreaApi] (JSON).
@org.springframework.modulith.ApplicationModule(allowedDependencies = "territory")
@org.jspecify.annotations.NullMarked
package org.foyal.territory.areas;

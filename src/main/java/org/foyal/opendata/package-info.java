/// Published extracts and their catalogue: whatever may be used again, with its licence, source and
/// date.
///
/// Owns no table; reads the rooms above it. Doors: [ExtractApi] (CSV, GeoJSON, JSON),
/// [CatalogueApi] (DCAT-AP as Turtle and JSON-LD), [DataPage] (web).
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "territory",
      "agreement",
      "learning :: places",
      "learning :: figures",
      "fibre :: coverage"
    })
@org.jspecify.annotations.NullMarked
package org.foyal.opendata;

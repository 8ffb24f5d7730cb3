/// Equality of access: what is known of each neighbourhood, compared honestly, with what is not
/// known said beside it.
///
/// Owns the schema `equality`, which its nested rooms share. No doors of its own: they have them.
/// May call `territory` with its search and its map, `people`, and asks every room above for its
/// figures.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "territory",
      "territory.search",
      "territory.map",
      "territory :: files",
      "people"
    })
@org.jspecify.annotations.NullMarked
package org.foyal.equality;

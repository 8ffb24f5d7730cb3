/// The FabLab Solidaire: from the first lesson to a machine to a sensor on the city map.
///
/// Owns the schema `fablab`, which its nested rooms share. No doors of its own: they have them. May
/// call `territory` with its search and its map, `post`, `people` with its mandates, the codes and
/// the calendar of `cases`, `learning` (who comes, what is taught) and `things` (objects of
/// makers).
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "territory",
      "territory.search",
      "territory.map",
      "post",
      "people",
      "people :: drawings",
      "people :: mandates",
      "cases",
      "cases :: calendar",
      "cases :: codes",
      "learning",
      "learning :: places",
      "learning :: courses",
      "learning :: enrolment",
      "learning :: activity",
      "things",
      "things :: model",
      "things :: editing",
      "things :: devices",
      "things :: mqtt",
      "things :: ledger",
      "things :: intake",
      "things :: keeping",
      "things :: alerts",
      "things :: adding",
      "things :: showing"
    })
@org.jspecify.annotations.NullMarked
package org.foyal.fablab;

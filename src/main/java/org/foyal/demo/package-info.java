/// The demonstration city: loads the real data of Fort-de-France through the same doors that users
/// have, and lets anybody try the pages of each role.
///
/// Owns no table; what it has loaded, and the keys of the example accounts, it notes in the data
/// folder. Doors: none, it acts once after the start; an invented network of fibre is delivered
/// file after file, invented stations report a year of readings, a few hundred example reports are
/// filed in the background. It is not in the production jar; `bin/run` alone puts it on the class
/// path.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "territory",
      "territory :: files",
      "people",
      "people :: mandates",
      "cases",
      "requests",
      "requests :: moderation",
      "requests :: open311",
      "participation",
      "participation :: reading",
      "participation :: answers",
      "learning",
      "learning :: places",
      "learning :: courses",
      "learning :: activity",
      "learning :: enrolment",
      "learning :: appointments",
      "fibre",
      "fibre :: files",
      "fibre :: partners",
      "fibre :: rollout",
      "things :: model",
      "things :: devices",
      "things :: editing",
      "things :: ledger",
      "things :: intake",
      "things :: alerts",
      "things :: keeping",
      "things :: showing",
      "fablab",
      "fablab :: members",
      "fablab :: machines",
      "fablab :: ladder",
      "fablab :: kits",
      "fablab :: projects",
      "fablab :: credit",
      "innovation",
      "innovation :: applying",
      "innovation :: reviewing",
      "innovation :: voice",
      "agreement :: files"
    })
@org.jspecify.annotations.NullMarked
package org.foyal.demo;

/// Turns a contested figure of a neighbourhood into a case.
///
/// Owns no table: `equality` notes which case it became. Doors: [ContestCasesListener] (event),
/// [ContestCasesNightly] (time). May call the contests of `equality`, `territory` and `cases`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"equality :: contest", "territory", "cases", "cases :: desk"})
@org.jspecify.annotations.NullMarked
package org.foyal.home.contesting;

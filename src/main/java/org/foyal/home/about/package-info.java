/// The pages that a public service owes its public: how to reach it, accessibility, data, legal
/// notice; and the page of the design system.
///
/// Owns no table. Doors: [AboutPage], [DesignPage] (web). May call `territory`, whose sources the
/// legal notice names, and the places of `learning`, of whose mistakes it is told.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"territory", "learning :: places"})
@org.jspecify.annotations.NullMarked
package org.foyal.home.about;

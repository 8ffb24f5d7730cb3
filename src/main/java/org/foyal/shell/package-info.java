/// The frame of the house: layout, design system, languages, security, errors, health, database.
///
/// Owns no table of the city's business, but the schema `shell` with the switch of a crisis
/// ([org.foyal.shell.crisis]), which every page reads. Every room may use it, it calls none;
/// `people` implements its sign-in interface. Doors: the pages of errors, of the design system and
/// of the switch.
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN,
    allowedDependencies = "kernel")
@org.jspecify.annotations.NullMarked
package org.foyal.shell;

/// Adding: staff and makers connect an object in three steps, and see its first observation come.
///
/// Owns no table. Façades: [Adding], [CodeToCopy] (for whoever connects a kit too). Door:
/// [NewThingPage] (web, administrators and the FabLab). Calls [org.foyal.things.editing],
/// [org.foyal.things.devices], [org.foyal.things.showing], `territory` and `people`.
@org.springframework.modulith.NamedInterface("adding")
@org.jspecify.annotations.NullMarked
package org.foyal.things.adding;

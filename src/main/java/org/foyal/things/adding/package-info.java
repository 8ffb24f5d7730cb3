/// Adding: staff and makers connect an object in three steps, and see its first observation come.
///
/// Owns no table. Façade: [Adding]. Door: [NewThingPage] (web, administrators and the FabLab).
/// Calls [org.foyal.things.editing], [org.foyal.things.devices], [org.foyal.things.showing],
/// `territory` and `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.things.adding;

/// The staff's side of places: adding, changing and hiding them, and what is not known of each.
///
/// Owns no table. Doors: [HelpDeskPage] (web: all places) and [HelpFormPage] (web: one place), for
/// mediators, agents and administrators. Calls [org.foyal.learning.places] with its hours and what
/// reads its fields, and `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.learning.places.keeping;

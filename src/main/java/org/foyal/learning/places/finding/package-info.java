/// « Où me faire aider ? »: the public pages of places where people are helped.
///
/// Owns no table. Doors: [HelpPage] (web: the list, with what one looks for), [HelpPlacePage] (web:
/// one place), [HelpMapPage] (web: the map), [HelpSheetPage] (web and PDF: all of them on paper).
/// Calls [org.foyal.learning.places], its hours, and the territory with its search and its map.
@org.jspecify.annotations.NullMarked
package org.foyal.learning.places.finding;

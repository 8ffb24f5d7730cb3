/// The public pages of courses: « Que voulez-vous savoir faire ? », the sessions to come, and all
/// that somebody must know who comes to one.
///
/// Owns no table. Doors: [WorkshopsPage], [WorkshopPage] (web, everybody). Calls
/// [org.foyal.learning.courses], [org.foyal.learning.places] and `territory`.
@org.jspecify.annotations.NullMarked
package org.foyal.learning.courses.published;

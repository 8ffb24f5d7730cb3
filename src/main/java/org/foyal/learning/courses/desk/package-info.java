/// The staff's pages of courses: needs, courses, rooms, trainers, equipment, sessions and series.
///
/// Owns no table. Doors: [SessionsPage], [SessionFormPage], [SessionPage], [CoursesPage],
/// [NeedsPage], [ResourcesPage] (web, mediators and administrators). Calls
/// [org.foyal.learning.courses], [org.foyal.learning.places] and `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.learning.courses.desk;

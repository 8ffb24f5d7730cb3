/// The staff's side of reports: writing a request down for somebody, what was said, to be shown or
/// kept back, and the categories.
///
/// Owns no table. Doors: [CounterPage] (web, agents and mediators), [ModerationPage] (web, agents),
/// [CategoriesPage] (web, administrators). Calls [org.foyal.requests], the territory's search,
/// `cases` and `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.requests.desk;

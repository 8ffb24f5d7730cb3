/// The staff's side of reports: writing a request down for somebody, the categories and what they
/// ask.
///
/// Owns no table. Doors: [CounterPage] (web, agents and mediators), [CategoriesPage],
/// [CrisisCategoriesPage] and [AttributesPage] (web, administrators). Calls [org.foyal.requests],
/// the territory's search, `cases` and `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.requests.desk;

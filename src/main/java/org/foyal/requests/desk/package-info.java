/// The staff's side of reports: what was said, to be shown or kept back, and the categories.
///
/// Owns no table. Doors: [ModerationPage] (web, agents), [CategoriesPage] (web, administrators).
/// Calls [org.foyal.requests], `cases` and `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.requests.desk;

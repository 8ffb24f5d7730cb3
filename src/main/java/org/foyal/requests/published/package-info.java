/// What is public of the reports: the list, one report, its pictures, « moi aussi ». What it is,
/// where and how far is public at once; words and pictures once somebody of the staff has read
/// them. How to reach whoever asked never is.
///
/// Owns no table. Doors: [ReportsPage] and [ReportsMapPage] (web), [ReportsApi] (GeoJSON),
/// [PhotoApi] (pictures). Calls [org.foyal.requests] and `cases`.
@org.jspecify.annotations.NullMarked
package org.foyal.requests.published;

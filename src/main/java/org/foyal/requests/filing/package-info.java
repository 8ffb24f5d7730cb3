/// A resident reports: what, where, details with pictures and how to be reached. No account, no
/// script; what was chosen stands in the address until the last form is sent.
///
/// Owns no table. Doors: [ReportPage] and [PlacePage] (web). Calls [org.foyal.requests], the
/// territory's search and `cases`.
@org.jspecify.annotations.NullMarked
package org.foyal.requests.filing;

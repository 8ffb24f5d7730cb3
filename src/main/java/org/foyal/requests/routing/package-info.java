/// Routing: which department answers a category in which neighbourhood. Where nothing is said, it
/// is the category's own; where that one takes no new cases, the city.
///
/// Owns the table `requests.route`. Façade: [Routing], which every report passes when it is filed.
/// Door: [RoutesPage] (web, administrators). Calls [org.foyal.requests], `territory`, `people` and
/// `cases`.
@org.jspecify.annotations.NullMarked
package org.foyal.requests.routing;

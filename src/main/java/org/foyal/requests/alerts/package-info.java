/// Being told of what is reported in a neighbourhood: one letter a day to whoever confirmed.
///
/// Owns the table `requests.told`. Doors: [FollowAreaPage] (web), [AlertsNightly] (time). Calls
/// [org.foyal.requests], `cases`, the territory and `post` with its subscriptions.
@org.jspecify.annotations.NullMarked
package org.foyal.requests.alerts;

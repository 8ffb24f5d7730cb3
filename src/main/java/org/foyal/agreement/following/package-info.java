/// Following the promises: what changed in a quarter, letters to whoever asked for them, reminders
/// to whoever looks after a promise.
///
/// Owns the table `agreement.told`. Doors: [ChangesPage], [FollowPage] (web), [FollowingNightly]
/// (time). Calls [org.foyal.agreement], `post` with its subscriptions, `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.agreement.following;

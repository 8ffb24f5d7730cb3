/// Who wants to be told when a home can order: by e-mail, or by telephone through an agent.
///
/// Owns the tables `fibre.followed` and `fibre.call`; addresses of e-mail stand in the room `post`
/// alone. Façades: [FibreFollowing], [FibreCalls]. Doors: [TellMePage] (web), [FibreCallsPage]
/// (staff), [TellMeNightly]. Calls [org.foyal.fibre.asking] and the subscriptions of `post`.
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.asking.following;

/// Subscriptions: who asked to be told of a topic, and confirmed it by a letter.
///
/// Owns `post.subscription`, in the schema that the room around it owns. Doors: [SubscriptionPage]
/// (web, whoever holds the link of a letter), [SubscriptionNightly] (time). Any room above may call
/// [Subscriptions]; a page shows the form `shell/subscribe.jte`.
@org.springframework.modulith.NamedInterface("subscriptions")
@org.jspecify.annotations.NullMarked
package org.foyal.post.subscriptions;

/// The outbox: every letter that the house writes to a person, queued with the act that causes it.
///
/// Owns the schema `post`: letters and their delivery, who said STOP, the secret of signed links.
/// Doors: [OutboxPage] (web, administrators), [StopPage] (web, whoever holds the signed link),
/// [Carrier] (background, SMTP), [PostNightly] (time). May call the frame only; any room above may
/// call [Post]. The nested room `subscriptions` keeps who asked for news of a topic.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.foyal.post;

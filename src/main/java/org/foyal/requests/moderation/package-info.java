/// What everybody may see of a report: decisions by the rules of the charter, appeals against them,
/// and the public log of both.
///
/// Owns the tables `requests.decision` and `appeal`. Façade: [Moderation]. Doors: [ReadingPage] and
/// [ModerationPage] (web, agents), [AppealPage] and [LogPage] (web, everybody). Calls
/// [org.foyal.requests], `cases` and `people`.
@org.springframework.modulith.NamedInterface("moderation")
@org.jspecify.annotations.NullMarked
package org.foyal.requests.moderation;

/// What everybody may see of a report: decisions by the rules of the charter, appeals against them,
/// and the public log of both.
///
/// Owns `shown` and `rule` of `requests.report`; what was decided and why stands in the ledger of
/// `cases`. Façade: [Moderation]. Doors: [ReadingPage] and [ModerationPage] (web, agents),
/// [AppealPage] and [LogPage] (web, everybody). Calls [org.foyal.requests], `cases` with its
/// ledger, and `people`.
@org.springframework.modulith.NamedInterface("moderation")
@org.jspecify.annotations.NullMarked
package org.foyal.requests.moderation;

/// What is published of questions to officials: decisions by the rules of the charter, appeals
/// against them, and the public log of both.
///
/// Owns `shown`, `rule` and `published_on` of `participation.question`; what was decided and why
/// stands in the ledger of `cases`. Façade: [Publication]. Doors: [ToReadPage] and
/// [PublicationPage] (web, agents), [ObjectionPage] and [PublicationLogPage] (web, everybody),
/// [PublicationNightly] (time). Calls [org.foyal.participation], `cases` with its ledger, `post`
/// and `people`.
@org.springframework.modulith.NamedInterface("reading")
@org.jspecify.annotations.NullMarked
package org.foyal.participation.reading;

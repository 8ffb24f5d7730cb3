/// What is published of questions to officials: decisions by the rules of the charter, appeals
/// against them, and the public log of both.
///
/// Owns the tables `participation.decision` and `appeal`. Façade: [Publication]. Doors:
/// [ToReadPage] and [PublicationPage] (web, agents), [ObjectionPage] and [PublicationLogPage] (web,
/// everybody). Calls [org.foyal.participation], `cases`, `post` and `people`.
@org.springframework.modulith.NamedInterface("reading")
@org.jspecify.annotations.NullMarked
package org.foyal.participation.reading;

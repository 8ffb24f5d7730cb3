/// Who looks at applications: whether they have a stake in one, their points by criterion, and why.
///
/// Owns `innovation.reviewer`, `innovation.review` and `innovation.score`. Façade: [Reviews]. Door:
/// [ReviewsPage] (web, staff).
@org.springframework.modulith.NamedInterface("reviewing")
@org.jspecify.annotations.NullMarked
package org.foyal.innovation.reviewing;

/// Learning: the Maison Digitale and the other places where people are helped and trained: where to
/// go, what is taught, who comes.
///
/// Owns the schema `learning`. No doors of its own: its nested rooms have them. May call
/// `territory` with its search, `post`, `people` and `cases`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "territory",
      "territory.search",
      "territory.map",
      "post",
      "post :: subscriptions",
      "people",
      "people :: mandates",
      "cases"
    })
@org.jspecify.annotations.NullMarked
package org.foyal.learning;

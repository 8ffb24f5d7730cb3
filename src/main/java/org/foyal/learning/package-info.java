/// Learning: the Maison Digitale and the other places where people are helped and trained: where to
/// go, what is taught, who comes.
///
/// Owns the schema `learning`. No doors of its own: its nested rooms have them. May call
/// `territory` with its search, its map, its ways on foot and what reads its files, `post`,
/// `people` and `cases` with its calendar and what it counts.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "territory",
      "territory.search",
      "territory.map",
      "territory.walking",
      "territory :: files",
      "post",
      "post :: subscriptions",
      "people",
      "people :: mandates",
      "cases",
      "cases :: calendar",
      "cases :: codes",
      "cases :: figures"
    })
@org.jspecify.annotations.NullMarked
package org.foyal.learning;

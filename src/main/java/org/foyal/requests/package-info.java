/// Requests: what residents report, where, and what became of it.
///
/// Owns the schema `requests`: categories with what they ask, reports with their photos and
/// answers, who joined one. Façades: [Requests], [Categories], [Attributes]. The doors stand in
/// [org.foyal.requests.filing] (a resident reports), [org.foyal.requests.published] (the public
/// list), [org.foyal.requests.alerts] (being told), [org.foyal.requests.moderation] (what everybody
/// sees), [org.foyal.requests.open311] (other programs), [org.foyal.requests.figures] (what it adds
/// up to) and [org.foyal.requests.desk] (the staff). Each report is a case of the room `cases`,
/// which keeps its thread and its clock. May call `territory` with its search, `post`, `people` and
/// `cases` with its desk, its ledger and what it watches and counts.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "territory",
      "territory.search",
      "territory.map",
      "post",
      "post :: subscriptions",
      "people",
      "people :: mandates",
      "cases",
      "cases :: desk",
      "cases :: figures",
      "cases :: ledger",
      "cases :: watch"
    })
@org.jspecify.annotations.NullMarked
package org.foyal.requests;

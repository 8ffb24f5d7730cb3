/// Participation: questions to elected officials, answered in public.
///
/// Owns the schema `participation`: bodies, themes and mandates as the city enters them, questions,
/// answers with what they commit to. Façades: [Council] (who holds which mandate) and [Questions].
/// Doors: [ParticipationNightly] (time); the others stand in the packages `asking` (somebody asks),
/// `reading` (what is published), `answers` (answers and what they commit to), `published` (the
/// public pages) and `desk` (the staff, elected officials among them). Each question is a case of
/// the room `cases`, which keeps its thread and its clock. May call `territory` with its search,
/// `post`, `people` and `cases` with its desk, its ledger and what it counts.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "territory",
      "territory.search",
      "post",
      "post :: subscriptions",
      "people",
      "people :: mandates",
      "cases",
      "cases :: desk",
      "cases :: figures",
      "cases :: ledger"
    })
@org.jspecify.annotations.NullMarked
package org.foyal.participation;

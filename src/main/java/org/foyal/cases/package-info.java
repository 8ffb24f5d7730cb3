/// Cases: one reference, one thread, one clock for whatever a resident asks, on any channel.
///
/// Owns the schema `cases`. Façades: [Cases] for whoever asks, and for the rooms that open cases;
/// [CaseQueue], [CaseWork] and [Merging] for whoever answers; [Departments]. Doors: [CasesNightly]
/// (time); the pages stand in [org.foyal.cases.follow] (whoever asked), [org.foyal.cases.desk] (the
/// staff), [org.foyal.cases.calendar] (closed days) and [org.foyal.cases.templates] (texts to
/// answer with). What is kept back of a case stands in [org.foyal.cases.ledger]. May call
/// `territory`, `post` and `people`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"territory", "post", "people", "people :: mandates"})
@org.jspecify.annotations.NullMarked
package org.foyal.cases;

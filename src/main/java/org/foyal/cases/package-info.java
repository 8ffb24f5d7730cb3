/// Cases: one reference, one thread, one clock for whatever a resident asks, on any channel.
///
/// Owns the schema `cases`. Façades: [Cases] for whoever asks, and for the rooms that open cases;
/// [CaseWork] for whoever answers; [Departments]. Doors: [CasesNightly] (time); the pages stand in
/// [org.foyal.cases.follow] (whoever asked) and [org.foyal.cases.desk] (the staff). May call `post`
/// and `people`.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"post", "people"})
@org.jspecify.annotations.NullMarked
package org.foyal.cases;

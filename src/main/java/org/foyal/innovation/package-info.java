/// Calls for projects: young project holders, social innovation, companies of the territory and its
/// neighbours; and a directory of companies and associations that ask to be in it.
///
/// Owns the schema `innovation`, which its nested rooms share. Façade of the calls: [Calls]. The
/// doors stand in [org.foyal.innovation.published] (calls and what was funded, in public),
/// [org.foyal.innovation.applying] (an application without an account, and at the counter),
/// [org.foyal.innovation.reviewing] (reviewers), [org.foyal.innovation.deciding] (decisions and
/// milestones), [org.foyal.innovation.directory] and [org.foyal.innovation.desk] (the staff keeps
/// calls). Its public pages are in Spanish too ([org.foyal.innovation.voice]). May call
/// `territory`, `post`, `people` with its mandates, and `cases` for the codes that go with
/// references.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "territory",
      "post",
      "people",
      "people :: mandates",
      "cases",
      "cases :: codes"
    })
@org.jspecify.annotations.NullMarked
package org.foyal.innovation;

/// Fibre: the very-high-speed plan, what is known of each address, what was promised and what
/// became of it.
///
/// Owns the schema `fibre`, which its nested rooms share: [org.foyal.fibre.rollout] (exchanges,
/// cabinets, what was promised and published), [org.foyal.fibre.premises] (buildings, who can have
/// what), [org.foyal.fibre.files] (files of operators and of the regulator, in and out) and
/// [org.foyal.fibre.asking] (« Ma fibre »: what somebody is told of their home) and
/// [org.foyal.fibre.coverage] (the follow-up, in public). No doors of its own. Each fact has two
/// times, asked for by [AsOf]. May call `territory` with what reads its files, `post`, `people` and
/// `cases`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "territory",
      "territory.search",
      "territory.map",
      "territory :: files",
      "post",
      "post :: subscriptions",
      "people",
      "cases",
      "cases :: codes",
      "cases :: desk"
    })
@org.jspecify.annotations.NullMarked
package org.foyal.fibre;

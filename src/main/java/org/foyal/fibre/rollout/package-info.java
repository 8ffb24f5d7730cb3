/// The roll-out: exchanges, cabinets and their zones; what was promised by which instrument, and
/// what was published of it, each with two times.
///
/// Owns the tables `fibre.exchange`, `cabinet` (written by the files of operators), `zone`,
/// `instrument`, `commitment` and `fact`. Façades: [Rollout], [PlanFiles] (a file of instruments,
/// commitments and facts). Door: [RolloutListener] (the territory changed). Calls `territory`,
/// `people` and its own outer room.
@org.springframework.modulith.NamedInterface("rollout")
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.rollout;

/// The ladder: what somebody may do at a kind of machine, from « never trained » to whoever trains
/// others. Event-sourced: each step was granted, renewed, suspended, taken or lowered by somebody,
/// for a reason; nothing that was written is changed.
///
/// Owns the tables `ladder_event`, `machine_use` and `ladder_told` of the schema `fablab` and its
/// functions `level_at` and `may_use`, by which the database itself holds the rules. Façade:
/// [Ladder]. Tells the house: [StandingLapsed]. Door: [LadderNightly] (time); its pages stand in
/// `desk`. Calls `machines`, `members` and who came to sessions of `learning`.
@org.springframework.modulith.NamedInterface("ladder")
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.ladder;

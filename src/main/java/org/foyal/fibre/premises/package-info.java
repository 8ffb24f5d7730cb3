/// The premises: buildings with their homes and states, what operators sell there, and whether a
/// home can have fibre.
///
/// Owns the tables `fibre.building` and `offer`, which the files of operators and of the regulator
/// write, and `settled`. Façade: [Premises]; the rules are pure: [Eligibility] (the regulator's),
/// [Ordering] (the day from which one may order), [StateOrder] (which state may follow which).
/// Door: [PremisesListener] (the territory changed). Calls `territory` and
/// [org.foyal.fibre.rollout].
@org.springframework.modulith.NamedInterface("premises")
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.premises;

/// The disclosure gate: a table about people goes through it before it is published, or is refused.
/// No number of fewer than eleven people can be read from it, nor worked out from its margins or
/// from what was released before.
///
/// Owns the schema `opendata`, in which the register of releases stands. Façade: [DisclosureGate].
/// The rules are pure: [Suppression], [Attack], [Differencing]. No doors.
@org.springframework.modulith.NamedInterface("gate")
@org.jspecify.annotations.NullMarked
package org.foyal.opendata.gate;

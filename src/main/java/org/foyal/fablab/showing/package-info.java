/// What everybody sees of the lab: its page with what stands there and when it is open, each kind
/// of machine with what it asks, how to say that a machine is broken, and one’s own page.
///
/// Owns no table. Doors: [LabPage], [MachineTypePage], [FaultPage], [MyLabPage] (web). Calls
/// `machines`, `ladder` and `members`. No page names anybody but whoever opened it by their
/// reference and code.
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.showing;

/// Machines: the kinds of machine with their dangers and rules, the single machines, the spaces in
/// which they stand and which block one another, what is broken, and when the lab is open.
///
/// Owns the tables `machine_type`, `machine_type_need`, `machine`, `machine_state`, `space`,
/// `fault`, `opening_hours` and `closed_day` of the schema `fablab`. Façades: [Machines] for what
/// stands there, [MachineFaults] for what is broken, [LabHours] for when it is open. Tells the
/// house: [MachineStateChanged]. The staff's pages stand in `desk`, those of everybody in
/// [org.foyal.fablab.showing].
@org.springframework.modulith.NamedInterface("machines")
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.machines;

/// What the staff of the lab keep: kinds of machine, machines with their states and faults, spaces,
/// hours, the people who come and what they may do.
///
/// Owns no table. Doors: [LabDeskPage], [MachineDeskPage], [MachineTypesPage], [SpacesPage],
/// [HoursPage], [MembersPage], [MemberPage], [SessionGrantsPage] (web). Calls `machines`, `ladder`
/// and `members`, and the courses and the places of `learning`.
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.desk;

/// The audit trail: what the staff did, for the administrators who must answer for it.
///
/// Part of the room `people`; owns its table `act`, which the database lets nobody edit. Doors:
/// [AuditPage] (web, administrators), [TrailNightly] (time). Implements
/// [org.foyal.shell.guard.Trail], through which every room writes; calls the frame only.
@org.jspecify.annotations.NullMarked
package org.foyal.people.trail;

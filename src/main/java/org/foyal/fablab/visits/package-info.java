/// Visits of groups: a class, an association or a company takes a room of the lab.
///
/// Owns no table: a visit is a row of `fablab.booking` without a member, so that the database
/// refuses whatever overlaps. Façade: [Visits]. Doors: [VisitsPage] (staff), [VisitsListener] (a
/// day that closes), [VisitsNightly] (time). Calls `booking`, `machines` and `post`.
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.visits;

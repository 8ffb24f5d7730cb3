/// Visits of groups: a class, an association or a company takes a room of the lab.
///
/// Owns no table: a visit is a row of `fablab.booking` without a member, so that the database
/// refuses whatever overlaps. Façade: [Visits]. Door: [VisitsPage] (staff). Calls `machines`.
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.visits;

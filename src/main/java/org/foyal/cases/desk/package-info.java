/// The staff's side of cases: the queue, one case, the departments.
///
/// Owns no table. Doors: [QueuePage], [CasePage] (web, agents), [DepartmentsPage] (web,
/// administrators). Calls [org.foyal.cases], [org.foyal.cases.templates] and `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.cases.desk;

/// The staff's side of cases: the queue, on paper and as a file too, one case, the departments.
///
/// Owns no table. Doors: [QueuePage], [SheetsPage], [CasePage] (web, agents), [DepartmentsPage]
/// (web, administrators). Calls [org.foyal.cases], [org.foyal.cases.templates] and `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.cases.desk;

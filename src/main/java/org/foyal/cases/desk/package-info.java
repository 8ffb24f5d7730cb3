/// The staff's side of cases: the queue, on paper and as a file too, one case, the departments.
///
/// Owns no table. Doors: [QueuePage], [SheetsPage], [CasePage] (web, agents), [DepartmentsPage]
/// (web, administrators). A room that answers at a desk of its own offers an [OwnDesk]; one whose
/// cases are about something that has a name, [CaseTopics]. Calls [org.foyal.cases],
/// [org.foyal.cases.templates], `territory` and `people`.
@org.springframework.modulith.NamedInterface("desk")
@org.jspecify.annotations.NullMarked
package org.foyal.cases.desk;

/// What is decided of an application and why, what was funded, and what becomes of it.
///
/// Owns `innovation.milestone` and the decision of `innovation.application`. Façade: [Decisions];
/// figures for the rooms that ask every room: [InnovationFigures]. Doors: [DecidingPage] (web,
/// staff), [FundedPage] (web), [FundedApi] (JSON, CSV). Milestones lead to other rooms by their
/// address only.
@org.springframework.modulith.NamedInterface("deciding")
@org.jspecify.annotations.NullMarked
package org.foyal.innovation.deciding;

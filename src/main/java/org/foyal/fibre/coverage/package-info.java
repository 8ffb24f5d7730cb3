/// The follow-up, in public: how many homes of each neighbourhood can have fibre, on any day and as
/// it was known at any time; what was published of the city, each count with its own whole; what
/// was promised beside what came of it; a forecast where enough is known for one.
///
/// Owns the table `fibre.forecast`, to which lines are only added; reads what its neighbours keep
/// in the same schema. Façades: [FibreCoverage], [FibreFigures] (for the rooms that ask every
/// room), [Forecasts]. The rules are pure: [Waits], [Promised], [Forecasting]. Doors:
/// [CoveragePage] and [BriefPage] (web), [CoverageApi] (JSON, CSV), [CoverageNightly] (time). Calls
/// `territory` and [org.foyal.fibre.rollout].
@org.springframework.modulith.NamedInterface("coverage")
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.coverage;

/// Keeping observations: their months made ahead and detached by policy, what each hour and day
/// come to, exact after late readings, deletes and corrections.
///
/// Owns the tables `things.rollup_*`, `things.touched` and `things.stale_*`, and the months of
/// `things.observation`. Façades: [Series] (what a chart shows), [History] (a long past brought at
/// once). Doors: [SeriesApi] (JSON), [KeepingNightly] (time). Calls nobody.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("keeping")
package org.foyal.things.keeping;

/// Alerts: rules by which the staff is told that what an object reports is too high, too low,
/// always the same, or that it reports nothing any more.
///
/// Owns the tables `things.alert_*` and `things.alert`. Façades: [ThingAlerts] (what is open, and
/// what becomes of it), [AlertRules] (what the staff keeps). Doors: [AlertsPage] and
/// [AlertRulesPage] (staff), [AlertsApi] (JSON), [AlertsListener] (of the ledger),
/// [ThingAlertsNightly] (time). Tells the house [AlertOpened] and [AlertClosed]; calls
/// [org.foyal.things.ledger], [org.foyal.things.editing] (tells it what is watched), `people` and
/// `post`. Where another room offers [CaseDesks], a rule may ask for a case.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("alerts")
package org.foyal.things.alerts;

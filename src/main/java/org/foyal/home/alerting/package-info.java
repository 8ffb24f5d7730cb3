/// Turns an alert of an object into a case, where its rule says so, and tells the case when the
/// alert is closed; the case itself is closed by whoever answers.
///
/// Owns no table: `things` notes which case an alert became. Doors: [AlertCasesListener] (event),
/// [AlertCasesNightly] (time). May call the alerts of `things`, and `cases`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"things :: alerts", "cases", "cases :: desk"})
@org.jspecify.annotations.NullMarked
package org.foyal.home.alerting;

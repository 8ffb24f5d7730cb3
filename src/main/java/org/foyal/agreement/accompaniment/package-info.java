/// What the parties do for one another under an agreement: days of support, pilots, workshops,
/// equipment, meetings; asked, planned, done, and confirmed by both sides.
///
/// Owns the table `agreement.support`. Façade: [Accompaniment]. Doors: [AccompanimentPage] (web),
/// [SupportPage] (web, staff). Calls [org.foyal.agreement].
@org.jspecify.annotations.NullMarked
package org.foyal.agreement.accompaniment;

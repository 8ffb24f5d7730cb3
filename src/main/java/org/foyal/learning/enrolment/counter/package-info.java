/// Those whom no letter reaches: whom to call or to tell at the counter, and a slip of paper for
/// each place, with their answer written down for them.
///
/// Owns no table. Doors: [CallsPage], [SlipPage] (web, staff). Calls [org.foyal.learning.enrolment]
/// and [org.foyal.learning.courses].
@org.jspecify.annotations.NullMarked
package org.foyal.learning.enrolment.counter;

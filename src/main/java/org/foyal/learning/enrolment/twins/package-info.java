/// One person who is down twice, for example once by e-mail and once by telephone: the desk sees
/// what two of them share and joins them, so that absences and « nobody in two places at once »
/// hold for the person.
///
/// Owns no table of its own: [org.foyal.learning.enrolment] has those. Façade: [Twins]. Door:
/// [TwinsPage] (web, staff). Calls [org.foyal.learning.courses] and `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.learning.enrolment.twins;

/// Progress and proof: what people say that they can do before and after a course, in plain words,
/// and the attestation that they were there.
///
/// Owns the tables `can_do_course`, `can_do`, `progress_answer`, `progress_count`,
/// `progress_publication`, `progress_cell` and `attestation` of the schema `learning`. Façades:
/// [Progress] and [Attestations]. Doors: [MyProgressPage], [AttestationPage],
/// [SessionProgressPage], [SessionAttestationsPage], [CourseProgressPage] (web), [ProgressNightly]
/// (time). Who has their name erased: the database itself forgets what they said. Calls
/// [org.foyal.learning.courses], [org.foyal.learning.enrolment], [org.foyal.learning.places], the
/// disclosure rules of [org.foyal.learning.activity], `people` and the codes of `cases`.
@org.springframework.modulith.NamedInterface("progress")
@org.jspecify.annotations.NullMarked
package org.foyal.learning.progress;

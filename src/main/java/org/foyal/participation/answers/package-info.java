/// Answers of elected officials, what they commit to and what became of it, and what whoever asked
/// says of them.
///
/// Owns the tables `participation.answer`, `pledge`, `pledge_state` and `verdict`. Façade:
/// [Answers]. Door: [AnswersNightly] (time, reminders). Calls [org.foyal.participation], `cases`,
/// `people` and `post` with its subscriptions.
@org.springframework.modulith.NamedInterface("answers")
@org.jspecify.annotations.NullMarked
package org.foyal.participation.answers;

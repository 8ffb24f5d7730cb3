/// The public pages of questions to officials: the list and each question, officials by body and by
/// neighbourhood, and the figures of who answers in what time.
///
/// Owns no table of its own; [AnswerCountStore] counts in those of the room. Doors:
/// [QuestionsPage], [QuestionPage], [ElectedPage] and [QuestionFiguresPage] (web, everybody). Calls
/// [org.foyal.participation] and its answers, `cases` and the territory.
@org.jspecify.annotations.NullMarked
package org.foyal.participation.published;

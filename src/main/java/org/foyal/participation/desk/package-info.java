/// The staff's side of questions to officials: answering, writing a question down for somebody, and
/// who holds which mandate.
///
/// Owns no table. Doors: [MyQuestionsPage] and [AnswerPage] (web, elected officials and
/// administrators), [QuestionCounterPage] (web, agents and mediators), [BodiesPage], [ThemesPage]
/// and [MandatesPage] (web, administrators). Calls [org.foyal.participation] and its answers,
/// `cases`, `people` and the territory.
@org.jspecify.annotations.NullMarked
package org.foyal.participation.desk;

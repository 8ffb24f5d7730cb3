/// A building that a resident says is wrong or missing: a case, with the operator of the network as
/// the party that answers.
///
/// Owns the table `fibre.objection`; what was said stands in the thread of the case alone. Façade:
/// [Objections]. Doors: [WrongBuildingPage] (web), [CorrectionsPage] (staff and operators). Calls
/// `cases`, [org.foyal.fibre.asking] and who speaks for which operator
/// ([org.foyal.fibre.files.partners]).
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.asking.wrong;

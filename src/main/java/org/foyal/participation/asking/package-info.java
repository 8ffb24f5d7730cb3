/// Somebody asks an elected official: whom, what was asked before, the question, and the letter
/// whose link confirms the address.
///
/// Owns no table. Doors: [AskPage] and [ConfirmPage] (web, everybody). Calls
/// [org.foyal.participation] and the territory.
@org.jspecify.annotations.NullMarked
package org.foyal.participation.asking;

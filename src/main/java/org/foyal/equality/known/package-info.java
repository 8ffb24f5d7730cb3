/// What is known of each neighbourhood, for everybody: the city as a map and a table, a
/// neighbourhood in sentences, what is not known, and how all of it is counted. Only what is real.
///
/// Owns no table. Façade: [Sheets]. Doors: [EqualityPage] (web), [EqualityApi] (JSON, CSV). Calls
/// [org.foyal.equality.registry], [org.foyal.equality.measure] and `territory`.
@org.jspecify.annotations.NullMarked
package org.foyal.equality.known;

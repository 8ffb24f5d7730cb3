/// Whoever contests a figure of a neighbourhood says so here; `home` makes a case of it.
///
/// Owns the table `equality.contest`, which forgets the words and the address once they are in a
/// case. Façade: [Contests]. Door: [ContestPage] (web). Tells the house: [FigureContested]. Calls
/// [org.foyal.equality.known] and [org.foyal.equality.registry].
@org.springframework.modulith.NamedInterface("contest")
@org.jspecify.annotations.NullMarked
package org.foyal.equality.contest;

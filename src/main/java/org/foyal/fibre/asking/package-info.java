/// « Ma fibre »: whether somebody's home can have fibre, from which day, how certain that is and
/// what one can do.
///
/// Owns no table. Façade: [MyFibre]; the answer is a pure rule, [Answer]. Doors: [MyFibrePage] and
/// [MyFibreMapPage] (web), [FibreAddressApi] (JSON). Its nested rooms keep who wants to be told
/// ([org.foyal.fibre.asking.following]), what residents say is wrong
/// ([org.foyal.fibre.asking.wrong]) and which operators sell ([org.foyal.fibre.asking.sellers]).
/// Calls `territory` with its search and map, and [org.foyal.fibre.premises] and
/// [org.foyal.fibre.rollout].
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.asking;

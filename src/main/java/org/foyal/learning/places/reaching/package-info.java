/// How near help is: from the streets of each neighbourhood to the nearest place, on foot; and how
/// much of it is within reach of each.
///
/// Owns no table. Façades: [HelpNearby] and [HelpReach], which are asked for the room's figures. No
/// doors. Calls [org.foyal.learning.places], [org.foyal.learning.figures] and the territory with
/// its ways on foot.
@org.springframework.modulith.NamedInterface("reaching")
@org.jspecify.annotations.NullMarked
package org.foyal.learning.places.reaching;

/// How near help is: from the streets of each neighbourhood to the nearest place, on foot.
///
/// Owns no table. Façade: [HelpNearby], which is asked for the room's figures. No doors. Calls
/// [org.foyal.learning.places] and the territory with its ways on foot.
@org.springframework.modulith.NamedInterface("reaching")
@org.jspecify.annotations.NullMarked
package org.foyal.learning.places.reaching;

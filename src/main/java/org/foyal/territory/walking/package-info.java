/// How far it is on foot, along the roads of the territory.
///
/// Owns no table: reads `territory.road`, which the nested rooms of the territory share, and keeps
/// the network in memory. Façade: [Walks]. No doors. Calls the territory.
@org.springframework.modulith.ApplicationModule(allowedDependencies = "territory")
@org.jspecify.annotations.NullMarked
package org.foyal.territory.walking;

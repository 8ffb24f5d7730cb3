/// Pages that compose several rooms: the front page first of all.
///
/// Owns no table. Doors: [HomePage] and [FrontDoor] (web), [ContractApi] (OpenAPI).
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"territory", "agreement", "agreement :: promises"})
@org.jspecify.annotations.NullMarked
package org.foyal.home;

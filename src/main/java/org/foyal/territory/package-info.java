/// The territory: areas and their versions, streets, addresses, places; which area holds a point.
///
/// Owns the schema `territory`, which its nested rooms share: `files` brings data in, `search`
/// finds by words, `map` draws. Tells the house: [TerritoryChanged]. Its doors stand here as they
/// come; each is named in this comment.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.foyal.territory;

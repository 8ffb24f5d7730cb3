package org.foyal.territory.map;

/// What is painted on the map; each [Look] gives it a colour.
enum Tint {
  SEA,
  /// The two bands of lighter water along the coast.
  SHALLOWS,
  SHORE,
  COAST,
  LAND,
  /// The land of the city's own commune.
  CITY,
  AREA_LINE,
  COMMUNE_LINE,
  HIGHWAY,
  HIGHWAY_CASING,
  MAJOR,
  MAJOR_CASING,
  MINOR,
  MINOR_CASING,
  TUNNEL,
  TUNNEL_CASING,
  BRIDGE_CASING,
  STREET_NAME,
  AREA_NAME,
  COMMUNE_NAME,
  PLACE_NAME,
  HALO
}

package org.foyal.territory.map;

import static org.foyal.territory.map.Look.Tint.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The colours of a map by day or by night. Names keep a contrast of at least 4.5 : 1 against their
/// halo.
enum Look {
  LIGHT(
      """
      SEA 93cde2 SHALLOWS a5d6e8 SHORE bce2ee COAST 68aec8
      LAND ece7d9 CITY f8f5ec AREA_LINE b9a3c4 COMMUNE_LINE 9c7fab
      HIGHWAY f6a75c HIGHWAY_CASING c46a1e MAJOR ffe4a0 MAJOR_CASING cda548
      MINOR ffffff MINOR_CASING c9c0ae TUNNEL efe8da TUNNEL_CASING a89e8c BRIDGE_CASING 6f6a60
      STREET_NAME 37342f AREA_NAME 5d3a78 COMMUNE_NAME 0d3852 PLACE_NAME 5c584c HALO fffdf9
      """),
  DARK(
      """
      SEA 0a2d42 SHALLOWS 0e364e SHORE 13415c COAST 24617f
      LAND 131b20 CITY 1a252b AREA_LINE 55476a COMMUNE_LINE 77639a
      HIGHWAY c27a36 HIGHWAY_CASING 48290f MAJOR 7a6b3c MAJOR_CASING 2b2615
      MINOR 3d4e58 MINOR_CASING 0f171b TUNNEL 232f36 TUNNEL_CASING 54646d BRIDGE_CASING 93a2aa
      STREET_NAME dfe8ed AREA_NAME d0b9ea COMMUNE_NAME e8f4fb PLACE_NAME b3c1c8 HALO 10181d
      """);

  /// The tints that meet at an edge: the palette holds what lies between them, for smooth edges.
  static final List<List<Tint>> MEETING =
      List.of(
          List.of(SEA, SHALLOWS),
          List.of(SHALLOWS, SHORE),
          List.of(COAST, SHORE, LAND, CITY),
          List.of(SHORE, LAND),
          List.of(SHORE, CITY),
          List.of(LAND, CITY),
          List.of(AREA_LINE, CITY, LAND),
          List.of(COMMUNE_LINE, CITY, LAND),
          List.of(HIGHWAY_CASING, HIGHWAY, CITY, LAND, MAJOR),
          List.of(HIGHWAY, LAND),
          List.of(MAJOR_CASING, MAJOR, CITY, LAND, MINOR),
          List.of(MAJOR, CITY, LAND, MINOR),
          List.of(MINOR_CASING, MINOR, CITY, LAND),
          List.of(MINOR, CITY),
          List.of(TUNNEL_CASING, CITY, TUNNEL),
          List.of(BRIDGE_CASING, CITY, MINOR, MAJOR, HIGHWAY),
          List.of(STREET_NAME, HALO, MINOR, MAJOR),
          List.of(AREA_NAME, HALO, CITY),
          List.of(COMMUNE_NAME, HALO, CITY),
          List.of(PLACE_NAME, HALO, LAND),
          List.of(HALO, SEA, HIGHWAY));

  @SuppressWarnings("ImmutableEnumChecker") // filled by the constructor, never after
  private final Map<Tint, Integer> colours = new EnumMap<>(Tint.class);

  Look(String listed) {
    var words = Pattern.compile("\\s+").splitAsStream(listed.strip()).toList();
    for (int i = 0; i < words.size(); i += 2) {
      colours.put(Tint.valueOf(words.get(i)), Integer.parseInt(words.get(i + 1), 16));
    }
  }

  /// The look named in an address.
  static Optional<Look> find(String name) {
    return Stream.of(values()).filter(look -> look.inAddress().equals(name)).findFirst();
  }

  String inAddress() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// A tint's colour as 0xRRGGBB.
  int rgb(Tint tint) {
    var rgb = colours.get(tint);
    if (rgb == null) {
      throw new IllegalStateException(this + " has no colour for " + tint);
    }
    return rgb;
  }

  /// What is painted on the map; each look gives it a colour.
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
}

package org.foyal.territory.map;

import java.util.List;
import org.foyal.territory.map.Look.Tint;
import org.locationtech.jts.geom.Envelope;

/// A name in its place: each letter where it stands and how it is turned, in pixels of its zoom.
///
/// @param number its order of painting
/// @param box all that it covers, halo included
record Label(int number, Style style, List<Placed> letters, Envelope box) {

  /// How names of a kind are written.
  record Style(Tint tint, boolean bold, double size, double spacing_em) {}

  /// One letter: its pen point, on the base line, and its turn.
  record Placed(int character, double x, double y, double turn_rad) {}
}

package org.foyal.shell.data;

import java.util.List;
import java.util.Map;
import org.foyal.kernel.Position;

/// Points on a map as GeoJSON (RFC 7946).
public final class Points {
  private Points() {}

  /// A point with what is said of it.
  public static Map<String, Object> feature(Position where, Map<String, ?> said) {
    var point =
        Map.of(
            "type", "Point", "coordinates", List.of(where.longitude_deg(), where.latitude_deg()));
    return Map.of("type", "Feature", "geometry", point, "properties", said);
  }

  /// All of them.
  public static Map<String, Object> collection(List<Map<String, Object>> features) {
    return Map.of("type", "FeatureCollection", "features", features);
  }
}

package org.foyal.things.editing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A place as it is told of somebody's home: to a hundredth of a degree, about a kilometre.
///
/// @param shape what stands in the place of the shape
/// @param around the box around it; none where it is not GeoJSON
record Rough(JsonNode shape, @Nullable String around) {
  private static final int DIGITS = 2;
  private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");

  /// Of a shape: a single point where it is GeoJSON, since an outline tells a house by its form;
  /// else each number of it is rounded, also within text.
  ///
  /// @param middle longitude and latitude of its middle; none where it is not GeoJSON
  static Rough of(JsonNode shape, @Nullable Middle middle) {
    if (middle == null) {
      return new Rough(rounded(shape), null);
    }
    var longitude_deg = round(middle.longitude_deg());
    var latitude_deg = round(middle.latitude_deg());
    var point = JsonNodeFactory.instance.objectNode().put("type", "Point");
    point.putArray("coordinates").add(longitude_deg).add(latitude_deg);
    var corner = "(%s,%s)".formatted(longitude_deg, latitude_deg);
    return new Rough(point, "(" + corner + "," + corner + ")");
  }

  /// The middle of a box.
  record Middle(double longitude_deg, double latitude_deg) {}

  private static double round(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static JsonNode rounded(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        var all = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(one -> all.set(one.getKey(), rounded(one.getValue())));
        yield all;
      }
      case JsonNode list when list.isArray() -> {
        var all = JsonNodeFactory.instance.arrayNode();
        list.forEach(one -> all.add(rounded(one)));
        yield all;
      }
      case JsonNode number when number.isFloatingPointNumber() ->
          JsonNodeFactory.instance.numberNode(round(number.doubleValue()));
      case JsonNode text when text.isString() ->
          JsonNodeFactory.instance.stringNode(
              NUMBER
                  .matcher(text.stringValue())
                  .replaceAll(found ->
                      new BigDecimal(found.group())
                          .setScale(DIGITS, RoundingMode.HALF_EVEN)
                          .toPlainString()));
      default -> node;
    };
  }
}

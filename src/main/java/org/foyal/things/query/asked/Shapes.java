package org.foyal.things.query.asked;

import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// Shapes as filters write them: WKT in degrees, longitude first.
final class Shapes {
  private Shapes() {}

  static Expression read(Token token) {
    var text = token.text().replaceFirst("(?i)^\\s*SRID\\s*=\\s*4326\\s*;", "");
    try {
      var shape = new WKTReader().read(text);
      if (shape.isEmpty() || !shape.isValid()) {
        throw NotUnderstood.at(token.at(), "the shape is empty or crosses itself");
      }
      return new Expression.Shape(token.at(), shape);
    } catch (ParseException | IllegalArgumentException _) {
      throw NotUnderstood.at(
          token.at(), "the shape can't be read: write geography'POINT (-61.07 14.6)', as WKT");
    }
  }
}

package org.foyal.things.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Function;
import org.foyal.things.query.asked.NotUnderstood;
import org.foyal.things.query.asked.Property;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/// Which shapes lie how: found by the index on the boxes around them, then judged exactly in
/// memory; the statement that asked is given their numbers.
///
/// Distances and lengths are in degrees on the plane, as the standard's own examples have them.
final class ShapeStore {
  private static final int MOST = 200_000;

  private final DSLContext sql;

  ShapeStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The numbers of the entities whose shape stands so to a drawn one.
  ///
  /// @param first whether the entity's shape is the first of the function's arguments
  List<Long> find(
      Function function,
      ValueStore.Value.Outline of,
      Geometry drawn,
      boolean first,
      String pattern) {
    var judged = judge(function, drawn, first, pattern);
    var found = new ArrayList<Long>();
    var near = function == Function.ST_DISJOINT || function == Function.ST_RELATE ? null : drawn;
    each(
        of.type(),
        of.property(),
        near,
        (id, shape) -> {
          if (judged.test(shape)) {
            found.add(id);
          }
        });
    return found;
  }

  private static Predicate<Geometry> judge(
      Function function, Geometry drawn, boolean first, String pattern) {
    return switch (function) {
      case ST_EQUALS -> drawn::equalsTopo;
      case ST_DISJOINT -> drawn::disjoint;
      case ST_TOUCHES -> drawn::touches;
      case ST_OVERLAPS -> drawn::overlaps;
      case ST_CROSSES -> shape -> first ? shape.crosses(drawn) : drawn.crosses(shape);
      case ST_INTERSECTS, GEO_INTERSECTS -> drawn::intersects;
      case ST_WITHIN -> shape -> first ? shape.within(drawn) : drawn.within(shape);
      case ST_CONTAINS -> shape -> first ? shape.contains(drawn) : drawn.contains(shape);
      case ST_RELATE ->
          shape -> first ? shape.relate(drawn, pattern) : drawn.relate(shape, pattern);
      default -> throw new IllegalArgumentException(function + " judges no shapes");
    };
  }

  /// The worth of each entity's shape.
  Map<Long, Double> measure(ValueStore.Value.Outline of, ToDoubleFunction<Geometry> measure) {
    var worths = new HashMap<Long, Double>();
    each(
        of.type(),
        of.property(),
        null,
        (id, shape) -> worths.put(id, measure.applyAsDouble(shape)));
    return worths;
  }

  private interface Each {
    void take(long id, Geometry shape);
  }

  private void each(EntityType type, Property property, @Nullable Geometry near, Each each) {
    var id = TableStore.id("s");
    @SuppressWarnings("unchecked") // shapes stand in one column of JSON
    var shape = (Field<JSONB>) TableStore.fields(type, property, "s").getFirst();
    var indexed = near != null && type != EntityType.DATASTREAM;
    var where =
        indexed
            ? DSL.condition(
                "{0} && {1}::box",
                TableStore.column("s", "around", org.jooq.impl.SQLDataType.OTHER),
                DSL.val(box(java.util.Objects.requireNonNull(near))))
            : DSL.noCondition();
    var rows =
        sql.select(id, shape)
            .from(TableStore.table(type, "s"))
            .where(where)
            .limit(MOST + 1)
            .fetch();
    if (rows.size() > MOST) {
      throw new NotUnderstood(
          "More than " + MOST + " shapes would have to be compared: draw a smaller one.");
    }
    for (var row : rows) {
      var json = row.value2();
      if (json != null) {
        parse(json.data()).ifPresent(read -> each.take(row.value1(), read));
      }
    }
  }

  private static String box(Geometry shape) {
    var around = shape.getEnvelopeInternal();
    return "("
        + around.getMaxX()
        + ","
        + around.getMaxY()
        + "),("
        + around.getMinX()
        + ","
        + around.getMinY()
        + ")";
  }

  private static Optional<Geometry> parse(String json) {
    try {
      return Optional.ofNullable(new GeoJsonReader().read(json)).filter(read -> !read.isEmpty());
    } catch (ParseException
        | IllegalArgumentException
        | ClassCastException
        | NullPointerException _) {
      // an encoding of another kind, which no function of shapes can judge
      return Optional.empty();
    }
  }
}

package org.foyal.things.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Expression.Operator;
import org.foyal.things.query.asked.Property;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// What an expression is worth in SQL, by its kind.
final class ValueStore {
  private ValueStore() {}

  sealed interface Value {
    /// Yes or no.
    record Truth(Condition is) implements Value {}

    /// A number.
    record Amount(Field<?> field) implements Value {}

    /// Text; with its own words where it was written out.
    record Text(Field<String> field, @Nullable String literal) implements Value {}

    /// An interval; of an instant both ends are the same.
    record Span(Field<OffsetDateTime> from, Field<OffsetDateTime> until, boolean instant)
        implements Value {}

    /// A length of time.
    record Lapse(Field<?> field) implements Value {}

    /// A day, or a time of day.
    record Calendar(Field<?> field, boolean day) implements Value {}

    /// Whatever JSON holds.
    record Json(Field<JSONB> field) implements Value {}

    /// The result of an observation.
    record Result(Field<Double> number, Field<JSONB> other) implements Value {}

    /// The shape of an entity, known by its number.
    record Outline(EntityType type, Property property, Field<Long> id, Field<JSONB> json)
        implements Value {}

    /// A shape that was written out.
    record Drawn(Geometry shape) implements Value {}

    /// Nothing.
    record Nothing() implements Value {}
  }

  /// A field to sort by, with the type that a text of it is read back as.
  record SortKey(Field<?> field, String type) {}

  static Field<OffsetDateTime> moment(Instant instant) {
    return DSL.val(
        OffsetDateTime.ofInstant(instant, ZoneOffset.UTC), SQLDataType.TIMESTAMPWITHTIMEZONE);
  }

  /// Whole numbers stay whole, so that an index on numbers of entities serves.
  static Value amount(BigDecimal value) {
    boolean whole =
        value.stripTrailingZeros().scale() <= 0 && value.precision() - value.scale() < 18;
    return new Value.Amount(whole ? DSL.val(value.longValue()) : DSL.val(value.doubleValue()));
  }

  static Field<?> asAmount(Value value, String where) {
    return switch (value) {
      case Value.Amount(var field) -> field;
      case Value.Result(var number, var _) -> number;
      case Value.Json(var field) -> amountOf(field);
      case Value.Text(var _, var literal) when literal != null && isNumber(literal) ->
          ((Value.Amount) amount(new BigDecimal(literal.strip()))).field();
      case Value.Nothing _ -> DSL.castNull(Double.class);
      case Value.Text _,
          Value.Truth _,
          Value.Span _,
          Value.Lapse _,
          Value.Calendar _,
          Value.Outline _,
          Value.Drawn _ ->
          throw FilterStore.wrong(where, "a number");
    };
  }

  static Field<Double> amountOf(Field<JSONB> json) {
    return DSL.field(
        "case when jsonb_typeof({0}) = 'number' then ({0} #>> '{}')::double precision end",
        Double.class, json);
  }

  static boolean isNumber(String text) {
    return text.strip().matches("[+-]?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?");
  }

  static Field<String> asText(Value value, String where) {
    return switch (value) {
      case Value.Text(var field, var _) -> field;
      case Value.Json(var field) -> textOf(field);
      case Value.Result(var number, var other) ->
          DSL.field("coalesce({0} #>> '{}', {1}::text)", String.class, other, number);
      case Value.Amount(var field) -> DSL.field("({0})::text", String.class, field);
      case Value.Nothing _ -> DSL.castNull(String.class);
      case Value.Truth _,
          Value.Span _,
          Value.Lapse _,
          Value.Calendar _,
          Value.Outline _,
          Value.Drawn _ ->
          throw FilterStore.wrong(where, "text");
    };
  }

  static Field<String> textOf(Field<JSONB> json) {
    return DSL.field("({0} #>> '{}')", String.class, json);
  }

  static Condition asTruth(Value value, String where) {
    return switch (value) {
      case Value.Truth(var is) -> is;
      case Value.Json(var field) -> DSL.condition("({0} = 'true'::jsonb)", field);
      case Value.Result(var _, var other) -> DSL.condition("({0} = 'true'::jsonb)", other);
      case Value.Nothing _ -> DSL.falseCondition();
      case Value.Amount _,
          Value.Text _,
          Value.Span _,
          Value.Lapse _,
          Value.Calendar _,
          Value.Outline _,
          Value.Drawn _ ->
          throw FilterStore.wrong(where, "true or false");
    };
  }

  /// What to sort by; text, numbers and times each in their own order.
  static List<SortKey> keys(Value value, String where) {
    return switch (value) {
      case Value.Amount(var field) ->
          List.of(
              new SortKey(field, field.getType() == Long.class ? "bigint" : "double precision"));
      case Value.Text(var field, var _) -> List.of(new SortKey(field, "text"));
      case Value.Span(var from, var _, var _) -> List.of(new SortKey(from, "timestamptz"));
      case Value.Lapse(var field) -> List.of(new SortKey(field, "interval"));
      case Value.Calendar(var field, var day) -> List.of(new SortKey(field, day ? "date" : "time"));
      case Value.Json(var field) ->
          List.of(
              new SortKey(amountOf(field), "double precision"), new SortKey(textOf(field), "text"));
      case Value.Result(var number, var other) ->
          List.of(new SortKey(number, "double precision"), new SortKey(textOf(other), "text"));
      case Value.Truth(var is) -> List.of(new SortKey(DSL.field(is), "boolean"));
      case Value.Outline(var _, var _, var _, var json) ->
          List.of(new SortKey(textOf(json), "text"));
      case Value.Drawn _, Value.Nothing _ ->
          throw FilterStore.wrong(where, "something that has an order");
    };
  }

  /// One compared with the other by the database's own operator.
  static Condition plain(Operator operator, Field<?> left, Field<?> right) {
    return switch (operator) {
      case EQ -> DSL.condition("{0} = {1}", left, right);
      case NE -> DSL.condition("{0} is distinct from {1}", left, right);
      case GT -> DSL.condition("{0} > {1}", left, right);
      case GE -> DSL.condition("{0} >= {1}", left, right);
      case LT -> DSL.condition("{0} < {1}", left, right);
      case LE -> DSL.condition("{0} <= {1}", left, right);
      case OR, AND, ADD, SUB, MUL, DIV, MOD ->
          throw new IllegalArgumentException(operator + " compares nothing");
    };
  }
}

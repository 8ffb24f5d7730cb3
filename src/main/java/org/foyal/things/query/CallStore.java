package org.foyal.things.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.foyal.things.query.ValueStore.Value;
import org.foyal.things.query.asked.Expression;
import org.foyal.things.query.asked.Expression.Operator;
import org.foyal.things.query.asked.Function;
import org.foyal.things.query.asked.NotUnderstood;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Turns functions and arithmetic into SQL.
final class CallStore {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final FilterStore filter;
  private final ShapeStore shapes;
  private final Instant now;

  CallStore(FilterStore filter, ShapeStore shapes, Instant now) {
    this.filter = filter;
    this.shapes = shapes;
    this.now = now;
  }

  Value call(Expression.Call call) {
    return switch (call.function()) {
      case SUBSTRINGOF -> truth("(strpos({0}, {1}) > 0)", text(call, 1), text(call, 0));
      case CONTAINS -> truth("(strpos({0}, {1}) > 0)", text(call, 0), text(call, 1));
      case STARTSWITH -> truth("starts_with({0}, {1})", text(call, 0), text(call, 1));
      case ENDSWITH -> truth("(right({0}, char_length({1})) = {1})", text(call, 0), text(call, 1));
      case LENGTH -> amount("char_length({0})", text(call, 0));
      case INDEXOF -> amount("(strpos({0}, {1}) - 1)", text(call, 0), text(call, 1));
      case SUBSTRING -> substring(call);
      case TOLOWER -> words("lower({0})", text(call, 0));
      case TOUPPER -> words("upper({0})", text(call, 0));
      case TRIM -> words("btrim({0})", text(call, 0));
      case CONCAT -> words("({0} || {1})", text(call, 0), text(call, 1));
      default -> ofTimes(call);
    };
  }

  private Value ofTimes(Expression.Call call) {
    return switch (call.function()) {
      case YEAR, MONTH, DAY, HOUR, MINUTE -> part(call, call.function().label());
      case SECOND -> amount("floor(extract(second from {0}))", local(call));
      case FRACTIONALSECONDS ->
          amount("(extract(second from {0}) - floor(extract(second from {0})))", local(call));
      case DATE -> new Value.Calendar(DSL.field("({0})::date", Object.class, local(call)), true);
      case TIME -> new Value.Calendar(DSL.field("({0})::time", Object.class, local(call)), false);
      case TOTALOFFSETMINUTES -> amount("(0 * extract(year from {0}))", local(call));
      case NOW -> instant(now);
      case MINDATETIME -> instant(FIRST);
      case MAXDATETIME -> instant(LAST);
      case BEFORE, AFTER, MEETS, DURING, OVERLAPS, STARTS, FINISHES ->
          new Value.Truth(CompareStore.related(call.function(), span(call, 0), span(call, 1)));
      default -> ofNumbersAndShapes(call);
    };
  }

  private Value ofNumbersAndShapes(Expression.Call call) {
    return switch (call.function()) {
      case ROUND -> amount("round(({0})::numeric)::double precision", number(call));
      case FLOOR -> amount("floor({0})", number(call));
      case CEILING -> amount("ceiling({0})", number(call));
      case GEO_DISTANCE, GEO_LENGTH -> measured(call);
      default -> judged(call);
    };
  }

  private static Value instant(Instant instant) {
    return new Value.Span(ValueStore.moment(instant), ValueStore.moment(instant), true);
  }

  private Value substring(Expression.Call call) {
    var from = ValueStore.asAmount(argument(call, 1), where(call, 1));
    return call.arguments().size() == 2
        ? words("substr({0}, ({1})::int + 1)", text(call, 0), from)
        : words(
            "substr({0}, ({1})::int + 1, greatest(({2})::int, 0))",
            text(call, 0), from, ValueStore.asAmount(argument(call, 2), where(call, 2)));
  }

  private Value part(Expression.Call call, String part) {
    return argument(call, 0) instanceof Value.Calendar(var field, var _)
        ? amount("extract(" + part + " from {0})", field)
        : amount("extract(" + part + " from {0})", local(call));
  }

  private Value argument(Expression.Call call, int which) {
    return filter.value(call.arguments().get(which));
  }

  private static String where(Expression.Call call, int which) {
    return FilterStore.at(call.arguments().get(which));
  }

  private Field<String> text(Expression.Call call, int which) {
    return ValueStore.asText(argument(call, which), where(call, which));
  }

  private Field<?> number(Expression.Call call) {
    return ValueStore.asAmount(argument(call, 0), where(call, 0));
  }

  private Value.Span span(Expression.Call call, int which) {
    return CompareStore.span(argument(call, which), where(call, which));
  }

  /// The beginning of a time, in UTC.
  private Field<?> local(Expression.Call call) {
    return DSL.field("({0} at time zone 'UTC')", Object.class, span(call, 0).from());
  }

  private static Value truth(String sql, Field<?>... of) {
    return new Value.Truth(DSL.condition(sql, (Object[]) of));
  }

  private static Value amount(String sql, Field<?>... of) {
    return new Value.Amount(DSL.field("(" + sql + ")", Double.class, (Object[]) of));
  }

  private static Value words(String sql, Field<?>... of) {
    return new Value.Text(DSL.field(sql, String.class, (Object[]) of), null);
  }

  private Value measured(Expression.Call call) {
    if (call.function() == Function.GEO_LENGTH) {
      return argument(call, 0) instanceof Value.Drawn(var shape)
          ? new Value.Amount(DSL.val(shape.getLength()))
          : worked(call, 0, shapes.measure(outline(call, 0), shape -> shape.getLength()));
    }
    var first = argument(call, 0);
    var second = argument(call, 1);
    if (first instanceof Value.Drawn(var one) && second instanceof Value.Drawn(var other)) {
      return new Value.Amount(DSL.val(one.distance(other)));
    }
    return second instanceof Value.Drawn(var drawn)
        ? worked(call, 0, shapes.measure(outline(call, 0), drawn::distance))
        : worked(call, 1, shapes.measure(outline(call, 1), drawn(call, 0)::distance));
  }

  private Value worked(Expression.Call call, int which, java.util.Map<Long, Double> worths) {
    var path = (Expression.Path) call.arguments().get(which);
    return new Value.Amount(filter.scopeOf(path).worked(outline(call, which).id(), worths));
  }

  private Value.Outline outline(Expression.Call call, int which) {
    return argument(call, which) instanceof Value.Outline outline
        ? outline
        : refuseShape(call, which);
  }

  private static Value.Outline refuseShape(Expression.Call call, int which) {
    throw FilterStore.wrong(
        where(call, which),
        "the shape of an entity: location, feature or observedArea, beside one that is written out,");
  }

  private org.locationtech.jts.geom.Geometry drawn(Expression.Call call, int which) {
    if (argument(call, which) instanceof Value.Drawn(var shape)) {
      return shape;
    }
    throw FilterStore.wrong(where(call, which), "one of both written out: geography'…'");
  }

  private Value judged(Expression.Call call) {
    boolean first = !(argument(call, 0) instanceof Value.Drawn);
    var outline = outline(call, first ? 0 : 1);
    var ids =
        shapes.find(call.function(), outline, drawn(call, first ? 1 : 0), first, pattern(call));
    Condition among =
        DSL.condition(
            "({0} = any({1}::bigint[]))", outline.id(), DSL.val(ids.toArray(Long[]::new)));
    return new Value.Truth(among);
  }

  private static String pattern(Expression.Call call) {
    if (call.function() != Function.ST_RELATE) {
      return "";
    }
    if (call.arguments().get(2) instanceof Expression.Text(var _, var text)
        && text.matches("[TF012*tf]{9}")) {
      return text;
    }
    throw FilterStore.wrong(where(call, 2), "a pattern of nine signs of T, F, 0, 1, 2 and *");
  }

  static Value arithmetic(Operator operator, Value left, Value right, String where) {
    if (left instanceof Value.Span || right instanceof Value.Span || left instanceof Value.Lapse) {
      return ofTimes(operator, left, right, where);
    }
    var one = ValueStore.asAmount(left, where);
    var other = ValueStore.asAmount(right, where);
    return switch (operator) {
      case ADD -> amount("{0} + {1}", one, other);
      case SUB -> amount("{0} - {1}", one, other);
      case MUL -> amount("{0} * {1}", one, other);
      case DIV -> amount("({0})::double precision / nullif({1}, 0)", one, other);
      case MOD ->
          amount("mod(({0})::numeric, nullif(({1})::numeric, 0))::double precision", one, other);
      case AND, OR, EQ, NE, GT, GE, LT, LE ->
          throw new IllegalArgumentException(operator + " reckons nothing");
    };
  }

  private static Value ofTimes(Operator operator, Value left, Value right, String where) {
    if (operator != Operator.ADD && operator != Operator.SUB) {
      throw new NotUnderstood("times are added and subtracted only (" + where + ")");
    }
    var sign = operator == Operator.ADD ? "+" : "-";
    if (left instanceof Value.Lapse(var one) && right instanceof Value.Lapse(var other)) {
      return new Value.Lapse(DSL.field("({0} " + sign + " {1})", Object.class, one, other));
    }
    if (left instanceof Value.Span(var from, var until, var instant)
        && right instanceof Value.Lapse(var by)) {
      return new Value.Span(moved(from, sign, by), moved(until, sign, by), instant);
    }
    if (left instanceof Value.Lapse(var by)
        && right instanceof Value.Span(var from, var until, var instant)
        && operator == Operator.ADD) {
      return new Value.Span(moved(from, sign, by), moved(until, sign, by), instant);
    }
    if (left instanceof Value.Span one
        && right instanceof Value.Span other
        && operator == Operator.SUB) {
      return new Value.Lapse(DSL.field("({0} - {1})", Object.class, one.from(), other.from()));
    }
    throw FilterStore.wrong(where, "a time and a duration'P1D'");
  }

  private static Field<OffsetDateTime> moved(Field<OffsetDateTime> time, String sign, Field<?> by) {
    return DSL.field(
        "({0} " + sign + " {1})", OffsetDateTime.class, time, Objects.requireNonNull(by));
  }
}

package org.foyal.things.query;

import org.foyal.things.query.ValueStore.Value;
import org.foyal.things.query.asked.Expression.Operator;
import org.foyal.things.query.asked.Function;
import org.foyal.things.query.asked.NotUnderstood;
import org.foyal.things.query.asked.Times;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// How values are compared: each kind with its own, JSON and results with whatever they hold, and
/// times as intervals.
///
/// `lt` of two times means that the one ends before the other begins, `gt` that it begins after the
/// other's end; `le` and `ge` also hold where they touch or are the same.
final class CompareStore {
  private CompareStore() {}

  static Condition compare(Operator operator, Value left, Value right, String where) {
    if (right instanceof Value.Nothing) {
      return againstNothing(operator, left, where);
    }
    if (left instanceof Value.Nothing) {
      return againstNothing(operator, right, where);
    }
    if (left instanceof Value.Span || right instanceof Value.Span) {
      return times(operator, span(left, where), span(right, where));
    }
    if (left instanceof Value.Calendar one && right instanceof Value.Calendar other) {
      return ValueStore.plain(operator, one.field(), other.field());
    }
    if (left instanceof Value.Lapse one && right instanceof Value.Lapse other) {
      return ValueStore.plain(operator, one.field(), other.field());
    }
    if (left instanceof Value.Truth || right instanceof Value.Truth) {
      return ValueStore.plain(operator, truth(left, where), truth(right, where));
    }
    if (isDynamic(left) && isDynamic(right)) {
      return ValueStore.plain(
          operator, ValueStore.asText(left, where), ValueStore.asText(right, where));
    }
    if (left instanceof Value.Amount || right instanceof Value.Amount) {
      return ValueStore.plain(
          operator, ValueStore.asAmount(left, where), ValueStore.asAmount(right, where));
    }
    // what stands in quotes is text (OData 4, 5.1.1.6.1): a result that is a number is compared as
    // it is written, so that '10' comes before '3'; the OGC's suite counts the same
    return ValueStore.plain(
        operator, ValueStore.asText(left, where), ValueStore.asText(right, where));
  }

  private static boolean isDynamic(Value value) {
    return value instanceof Value.Json || value instanceof Value.Result;
  }

  private static Field<Boolean> truth(Value value, String where) {
    return switch (value) {
      case Value.Json(var field) ->
          DSL.field(
              "case when jsonb_typeof({0}) = 'boolean' then ({0})::boolean end",
              Boolean.class, field);
      case Value.Result(var _, var other) ->
          DSL.field(
              "case when jsonb_typeof({0}) = 'boolean' then ({0})::boolean end",
              Boolean.class, other);
      case Value.Text(var _, var literal) when literal != null && literal.matches("true|false") ->
          DSL.val(Boolean.valueOf(literal));
      case Value.Truth _,
          Value.Amount _,
          Value.Text _,
          Value.Span _,
          Value.Lapse _,
          Value.Calendar _,
          Value.Outline _,
          Value.Drawn _,
          Value.Nothing _ ->
          DSL.field(ValueStore.asTruth(value, where));
    };
  }

  private static Condition againstNothing(Operator operator, Value value, String where) {
    var none =
        switch (value) {
          case Value.Nothing _ -> DSL.trueCondition();
          case Value.Amount(var field) -> field.isNull();
          case Value.Text(var field, var _) -> field.isNull();
          case Value.Span(var from, var _, var _) -> from.isNull();
          case Value.Lapse(var field) -> field.isNull();
          case Value.Calendar(var field, var _) -> field.isNull();
          case Value.Json(var field) ->
              field.isNull().or(DSL.condition("{0} = 'null'::jsonb", field));
          case Value.Result(var number, var other) ->
              number.isNull().and(other.isNull().or(DSL.condition("{0} = 'null'::jsonb", other)));
          case Value.Truth(var is) -> DSL.field(is).isNull();
          case Value.Outline _, Value.Drawn _ ->
              throw FilterStore.wrong(where, "something else than a shape beside null");
        };
    return switch (operator) {
      case EQ -> none;
      case NE -> DSL.not(none);
      case GT, GE, LT, LE -> DSL.falseCondition();
      case OR, AND, ADD, SUB, MUL, DIV, MOD ->
          throw new IllegalArgumentException(operator + " compares nothing");
    };
  }

  /// A time; text in quotes that is one counts as one.
  static Value.Span span(Value value, String where) {
    return switch (value) {
      case Value.Span span -> span;
      case Value.Text(var _, var literal) when literal != null -> {
        var read = Times.read(literal);
        if (read.isEmpty()) {
          throw new NotUnderstood(where + ": « " + literal + " » is no time");
        }
        var from = ValueStore.moment(read.get().from());
        yield new Value.Span(
            from,
            ValueStore.moment(read.get().until()),
            read.get().from().equals(read.get().until()));
      }
      case Value.Calendar(var field, var day) when day ->
          new Value.Span(
              DSL.field(
                  "({0})::timestamp at time zone 'UTC'", java.time.OffsetDateTime.class, field),
              DSL.field(
                  "({0})::timestamp at time zone 'UTC'", java.time.OffsetDateTime.class, field),
              true);
      case Value.Nothing _ -> throw FilterStore.wrong(where, "a time rather than null");
      case Value.Text _,
          Value.Truth _,
          Value.Amount _,
          Value.Lapse _,
          Value.Calendar _,
          Value.Json _,
          Value.Result _,
          Value.Outline _,
          Value.Drawn _ ->
          throw FilterStore.wrong(where, "a time");
    };
  }

  private static Condition times(Operator operator, Value.Span a, Value.Span b) {
    return switch (operator) {
      case EQ -> same(a, b);
      // a time that nobody told is neither the same nor another
      case NE -> DSL.not(same(a, b));
      case GT -> a.from().gt(b.until()).and(reaches(b, a.from(), false));
      case GE -> a.from().ge(b.until()).and(reaches(b, a.from(), true)).or(equalSpans(a, b));
      case LT -> a.until().lt(b.from()).and(reaches(a, b.from(), false));
      case LE -> a.until().le(b.from()).and(reaches(a, b.from(), true)).or(equalSpans(a, b));
      case OR, AND, ADD, SUB, MUL, DIV, MOD ->
          throw new IllegalArgumentException(operator + " compares no times");
    };
  }

  /// What ends before a time began before it too: said for the index, which knows beginnings only.
  private static Condition reaches(
      Value.Span span, Field<java.time.OffsetDateTime> end, boolean touching) {
    if (span.instant()) {
      return DSL.noCondition();
    }
    return touching ? span.from().le(end) : span.from().lt(end);
  }

  private static Condition equalSpans(Value.Span a, Value.Span b) {
    return a.instant() || b.instant() ? DSL.noCondition() : same(a, b);
  }

  private static Condition same(Value.Span a, Value.Span b) {
    return a.from().eq(b.from()).and(a.until().eq(b.until()));
  }

  /// The functions of intervals.
  static Condition related(Function function, Value.Span a, Value.Span b) {
    return switch (function) {
      case BEFORE -> times(Operator.LT, a, b);
      case AFTER -> times(Operator.GT, a, b);
      case MEETS -> a.until().eq(b.from()).or(b.until().eq(a.from()));
      case DURING -> a.from().ge(b.from()).and(a.until().le(b.until())).and(a.from().le(b.until()));
      case OVERLAPS -> a.from().lt(b.until()).and(b.from().lt(a.until())).or(a.from().eq(b.from()));
      case STARTS -> a.from().eq(b.from());
      case FINISHES -> a.until().eq(b.until());
      default -> throw new IllegalArgumentException(function + " is none of times");
    };
  }
}

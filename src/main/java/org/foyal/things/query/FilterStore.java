package org.foyal.things.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.ValueStore.Value;
import org.foyal.things.query.asked.Expression;
import org.foyal.things.query.asked.Expression.Operator;
import org.foyal.things.query.asked.NotUnderstood;
import org.foyal.things.query.asked.Property;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/// Turns expressions into SQL.
final class FilterStore {
  private final ShapeStore shapes;
  private final Instant now;
  private final Map<String, ScopeStore> scopes = new HashMap<>();

  private FilterStore(ShapeStore shapes, Instant now, ScopeStore scope) {
    this.shapes = shapes;
    this.now = now;
    scopes.put("", scope);
  }

  /// What an expression is worth for each entity of a part of the statement.
  static Value value(ShapeStore shapes, Instant now, ScopeStore scope, Expression of) {
    return new FilterStore(shapes, now, scope).value(of);
  }

  /// That an expression holds. Where a path leads along a link to several, an entity is meant whose
  /// links all lead to ones that hold together.
  static Condition condition(ShapeStore shapes, Instant now, ScopeStore scope, Expression of) {
    if (!leadsToSeveral(of)) {
      return ValueStore.asTruth(value(shapes, now, scope, of), at(of));
    }
    var beside = scope.beside(scope.type());
    var holds = ValueStore.asTruth(value(shapes, now, beside, of), at(of));
    return scope.id().in(DSL.select(beside.id()).from(beside.from()).where(holds));
  }

  private static boolean leadsToSeveral(Expression of) {
    return switch (of) {
      case Expression.Path path ->
          path.variable().isEmpty() && path.links().stream().anyMatch(EntityType.Link::many);
      case Expression.Call call -> call.arguments().stream().anyMatch(FilterStore::leadsToSeveral);
      case Expression.Pair pair -> leadsToSeveral(pair.left()) || leadsToSeveral(pair.right());
      case Expression.Not not -> leadsToSeveral(not.of());
      case Expression.Minus minus -> leadsToSeveral(minus.of());
      case Expression.In in -> leadsToSeveral(in.one());
      case Expression.Some some -> leadsToSeveral(some.of());
      case Expression.Text _,
          Expression.Amount _,
          Expression.Truth _,
          Expression.Nothing _,
          Expression.Moment _,
          Expression.Span _,
          Expression.Lapse _,
          Expression.Day _,
          Expression.Hour _,
          Expression.Shape _ ->
          false;
    };
  }

  static String at(Expression expression) {
    return "at character " + (expression.at() + 1);
  }

  static NotUnderstood wrong(String where, String expected) {
    return new NotUnderstood(expected + " is expected (" + where + ")");
  }

  Value value(Expression of) {
    return switch (of) {
      case Expression.Text(var _, var text) -> new Value.Text(DSL.val(text), text);
      case Expression.Amount(var _, var number) -> ValueStore.amount(number);
      case Expression.Truth(var _, var is) -> new Value.Truth(DSL.condition(DSL.val(is)));
      case Expression.Nothing _ -> new Value.Nothing();
      case Expression.Moment(var _, var when) ->
          new Value.Span(ValueStore.moment(when), ValueStore.moment(when), true);
      case Expression.Span(var _, var from, var until) ->
          new Value.Span(ValueStore.moment(from), ValueStore.moment(until), false);
      case Expression.Lapse(var _, var length) ->
          new Value.Lapse(DSL.field("({0})::interval", Object.class, DSL.val(length.toString())));
      case Expression.Day(var _, var day) -> new Value.Calendar(DSL.val(day), true);
      case Expression.Hour(var _, var hour) -> new Value.Calendar(DSL.val(hour), false);
      case Expression.Shape(var _, var shape) -> new Value.Drawn(shape);
      case Expression.Path path -> path(path);
      case Expression.Call call -> new CallStore(this, shapes, now).call(call);
      case Expression.Pair pair -> pair(pair);
      case Expression.Not not ->
          new Value.Truth(DSL.not(ValueStore.asTruth(value(not.of()), at(not.of()))));
      case Expression.Minus minus ->
          new Value.Amount(
              DSL.field(
                  "(- {0})", Double.class, ValueStore.asAmount(value(minus.of()), at(minus))));
      case Expression.In in -> new Value.Truth(in(in));
      case Expression.Some some -> new Value.Truth(some(some));
    };
  }

  private Condition in(Expression.In in) {
    var one = value(in.one());
    return DSL.or(
        in.values().stream()
            .map(each -> CompareStore.compare(Operator.EQ, one, value(each), at(each)))
            .toList());
  }

  private Condition some(Expression.Some some) {
    var outer = scope(some.from());
    var last = outer.beside(some.links().getLast().to());
    scopes.put(some.variable(), last);
    var holds = ValueStore.asTruth(value(some.of()), at(some.of()));
    scopes.remove(some.variable());
    var so = some.all() ? DSL.not(holds) : holds;
    var exists = outer.some(outer.type(), outer.id(), some.links(), last, so);
    return some.all() ? DSL.not(exists) : exists;
  }

  private ScopeStore scope(String variable) {
    return java.util.Objects.requireNonNull(scopes.get(variable));
  }

  /// Where a value of a path stands, for what is worked out beside the statement.
  ScopeStore scopeOf(Expression.Path path) {
    return scope(path.variable());
  }

  @SuppressWarnings("unchecked") // TableStore says for each kind which columns hold it
  private Value path(Expression.Path path) {
    var scope = scope(path.variable());
    var alias = scope.reach(path.links());
    var type = path.links().isEmpty() ? scope.type() : path.links().getLast().to();
    var property = path.property();
    var fields = TableStore.fields(type, property, alias);
    var inner = path.inner();
    return switch (property.kind()) {
      case ID -> new Value.Amount(fields.getFirst());
      case TEXT -> new Value.Text((Field<String>) fields.getFirst(), null);
      case TIME -> {
        var time = TableStore.time(alias, ((Field<?>) fields.getFirst()).getName());
        yield new Value.Span(time, time, true);
      }
      case SPAN -> {
        var from = TableStore.time(alias, fields.get(0).getName());
        var until = TableStore.time(alias, fields.get(1).getName());
        yield new Value.Span(from, DSL.coalesce(until, from), false);
      }
      case JSON -> new Value.Json(within((Field<JSONB>) fields.getFirst(), inner));
      case SHAPE ->
          inner.isEmpty()
              ? new Value.Outline(
                  type, property, TableStore.id(alias), (Field<JSONB>) fields.getFirst())
              : new Value.Json(within((Field<JSONB>) fields.getFirst(), inner));
      case RESULT ->
          inner.isEmpty()
              ? new Value.Result((Field<Double>) fields.get(0), (Field<JSONB>) fields.get(1))
              : new Value.Json(within((Field<JSONB>) fields.get(1), inner));
      case UNIT -> unit(path, property, fields);
    };
  }

  @SuppressWarnings("unchecked") // all three are text
  private static Value unit(Expression.Path path, Property property, List<Field<?>> fields) {
    if (path.inner().isEmpty()) {
      var all = fields.toArray(Field<?>[]::new);
      return new Value.Text(DSL.field("concat_ws(' ', {0}, {1}, {2})", String.class, all), null);
    }
    var names = List.of("name", "symbol", "definition");
    int which = path.inner().size() == 1 ? names.indexOf(path.inner().getFirst()) : -1;
    if (which < 0) {
      throw wrong(at(path), property.name() + "/name, /symbol or /definition");
    }
    return new Value.Text((Field<String>) fields.get(which), null);
  }

  private static Field<JSONB> within(Field<JSONB> json, List<String> inner) {
    return inner.isEmpty()
        ? json
        : DSL.field(
            "({0} #> {1}::text[])", JSONB.class, json, DSL.val(inner.toArray(String[]::new)));
  }

  private Value pair(Expression.Pair pair) {
    return switch (pair.operator()) {
      case AND, OR -> new Value.Truth(logic(pair));
      case EQ, NE, GT, GE, LT, LE ->
          new Value.Truth(
              CompareStore.compare(
                  pair.operator(), value(pair.left()), value(pair.right()), at(pair)));
      case ADD, SUB, MUL, DIV, MOD ->
          CallStore.arithmetic(pair.operator(), value(pair.left()), value(pair.right()), at(pair));
    };
  }

  /// A long row of the same operator is one list, not a deep tree.
  private Condition logic(Expression.Pair pair) {
    var parts = new ArrayList<Condition>();
    Expression left = pair;
    while (left instanceof Expression.Pair(var _, var operator, var first, var second)
        && operator == pair.operator()) {
      parts.addFirst(ValueStore.asTruth(value(second), at(second)));
      left = first;
    }
    parts.addFirst(ValueStore.asTruth(value(left), at(left)));
    return pair.operator() == Operator.AND ? DSL.and(parts) : DSL.or(parts);
  }
}

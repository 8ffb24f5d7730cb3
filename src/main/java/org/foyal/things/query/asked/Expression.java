package org.foyal.things.query.asked;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.foyal.things.model.EntityType;
import org.locationtech.jts.geom.Geometry;

/// A part of a filter or of an order; each knows where in the text it stands.
public sealed interface Expression {
  /// Where it begins, counted from 0.
  int at();

  /// What stands between two.
  enum Operator {
    OR,
    AND,
    EQ,
    NE,
    GT,
    GE,
    LT,
    LE,
    ADD,
    SUB,
    MUL,
    DIV,
    MOD
  }

  /// Text, written out.
  record Text(int at, String value) implements Expression {}

  /// A number, written out.
  record Amount(int at, BigDecimal value) implements Expression {}

  /// `true` or `false`.
  record Truth(int at, boolean value) implements Expression {}

  /// `null`.
  record Nothing(int at) implements Expression {}

  /// An instant, written out.
  record Moment(int at, Instant value) implements Expression {}

  /// An interval, written out with a slash.
  record Span(int at, Instant from, Instant until) implements Expression {}

  /// A length of time, written out.
  record Lapse(int at, Duration value) implements Expression {}

  /// A day, written out.
  record Day(int at, LocalDate value) implements Expression {}

  /// A time of day, written out.
  record Hour(int at, LocalTime value) implements Expression {}

  /// A shape, written out as WKT.
  record Shape(int at, Geometry value) implements Expression {}

  /// A property, of the entity itself or along links.
  ///
  /// @param variable the name that `any` or `all` gave to the entity from which the path leads;
  ///   empty: the entity that is asked for
  /// @param links the links from there
  /// @param inner the names of parts within the property
  record Path(
      int at, String variable, List<EntityType.Link> links, Property property, List<String> inner)
      implements Expression {}

  /// A function of others.
  record Call(int at, Function function, List<Expression> arguments) implements Expression {}

  /// Two with an operator between.
  record Pair(int at, Operator operator, Expression left, Expression right) implements Expression {}

  /// The contrary.
  record Not(int at, Expression of) implements Expression {}

  /// The same number with the other sign.
  record Minus(int at, Expression of) implements Expression {}

  /// One of several values.
  record In(int at, Expression one, List<Expression> values) implements Expression {}

  /// Whether some, or all, of the entities along links are so.
  record Some(
      int at, String from, List<EntityType.Link> links, String variable, Expression of, boolean all)
      implements Expression {}
}

package org.foyal.things.query.asked;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Expression.Amount;
import org.foyal.things.query.asked.Expression.Call;
import org.foyal.things.query.asked.Expression.In;
import org.foyal.things.query.asked.Expression.Minus;
import org.foyal.things.query.asked.Expression.Not;
import org.foyal.things.query.asked.Expression.Nothing;
import org.foyal.things.query.asked.Expression.Operator;
import org.foyal.things.query.asked.Expression.Pair;
import org.foyal.things.query.asked.Expression.Some;
import org.foyal.things.query.asked.Expression.Text;
import org.foyal.things.query.asked.Expression.Truth;

/// Reads expressions of `$filter` and `$orderby` by recursive descent (18-088, clause 9.3.3.5, with
/// the precedence of OData 4: `or`, `and`, `eq ne`, `gt ge lt le in`, `add sub`, `mul div mod`,
/// then `-` and `not`).
final class FilterParser {
  private static final List<Set<Operator>> LEVELS =
      List.of(
          Set.of(Operator.OR),
          Set.of(Operator.AND),
          Set.of(Operator.EQ, Operator.NE),
          Set.of(Operator.GT, Operator.GE, Operator.LT, Operator.LE),
          Set.of(Operator.ADD, Operator.SUB),
          Set.of(Operator.MUL, Operator.DIV, Operator.MOD));

  /// What « not » takes after it: a comparison as a whole, since a lone number has no contrary.
  private static final int EQUALITY = 2;

  private static final int COMPARISON = 3;

  private final Tokens tokens;
  private final Limits limits;
  private final PathParser paths;
  private final Map<String, EntityType> variables = new HashMap<>();
  private int depth;
  private int nodes;

  FilterParser(Tokens tokens, EntityType type, Limits limits) {
    this.tokens = tokens;
    this.limits = limits;
    this.paths = new PathParser(tokens, limits, variables);
    variables.put("", type);
  }

  Expression parse() {
    return level(0);
  }

  private Expression level(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    var left = level(level + 1);
    while (true) {
      var token = tokens.peek();
      var operator = operator(token);
      if (operator != null && LEVELS.get(level).contains(operator)) {
        tokens.take();
        left = counted(new Pair(token.at(), operator, left, level(level + 1)));
      } else if (level == COMPARISON && token.word("in")) {
        tokens.take();
        left = counted(new In(token.at(), left, values()));
      } else {
        return left;
      }
    }
  }

  private static @org.jspecify.annotations.Nullable Operator operator(Token token) {
    if (token.kind() != Token.Kind.WORD) {
      return null;
    }
    return switch (token.text()) {
      case "or" -> Operator.OR;
      case "and" -> Operator.AND;
      case "eq" -> Operator.EQ;
      case "ne" -> Operator.NE;
      case "gt" -> Operator.GT;
      case "ge" -> Operator.GE;
      case "lt" -> Operator.LT;
      case "le" -> Operator.LE;
      case "add" -> Operator.ADD;
      case "sub" -> Operator.SUB;
      case "mul" -> Operator.MUL;
      case "div" -> Operator.DIV;
      case "mod" -> Operator.MOD;
      default -> null;
    };
  }

  private List<Expression> values() {
    tokens.expectSign("(");
    var values = new ArrayList<Expression>();
    do {
      values.add(literal(tokens.peek()));
    } while (tokens.takeSign(","));
    tokens.expectSign(")");
    return values;
  }

  private Expression literal(Token at) {
    var value = unary();
    return switch (value) {
      case Text _,
          Amount _,
          Truth _,
          Nothing _,
          Expression.Moment _,
          Expression.Span _,
          Expression.Lapse _,
          Expression.Day _,
          Expression.Hour _,
          Minus _ ->
          value;
      case Expression.Shape _, Expression.Path _, Call _, Pair _, Not _, In _, Some _ ->
          throw NotUnderstood.at(at.at(), "a list after « in » holds values only");
    };
  }

  private Expression unary() {
    var token = tokens.peek();
    if (++depth > limits.depth() * 4) {
      throw NotUnderstood.at(token.at(), "the brackets are nested too deep here");
    }
    Expression read;
    if (tokens.takeWord("not")) {
      read = counted(new Not(token.at(), level(EQUALITY)));
    } else if (tokens.takeSign("-")) {
      read = counted(new Minus(token.at(), unary()));
    } else if (tokens.takeSign("(")) {
      read = level(0);
      tokens.expectSign(")");
    } else {
      read = counted(primary());
    }
    depth--;
    return read;
  }

  private Expression primary() {
    var token = tokens.peek();
    if (token.kind() == Token.Kind.WORD) {
      return word();
    }
    tokens.take();
    return switch (token.kind()) {
      case TEXT -> new Text(token.at(), token.text());
      case NUMBER -> new Amount(token.at(), new BigDecimal(token.text()));
      case MOMENT -> Times.moment(token);
      case SPAN -> Times.span(token);
      case DAY -> Times.day(token);
      case HOUR -> Times.hour(token);
      case DURATION -> Times.lapse(token);
      case SHAPE -> Shapes.read(token);
      case SIGN, END, WORD ->
          throw NotUnderstood.at(
              token.at(),
              "a property, a function or a value is expected rather than " + token.shown());
    };
  }

  private Expression word() {
    var token = tokens.peek();
    if (tokens.takeWord("null")) {
      return new Nothing(token.at());
    }
    if (tokens.takeWord("true") || tokens.takeWord("false")) {
      return new Truth(token.at(), token.text().equals("true"));
    }
    return tokens.peekSecond().is("(") ? call() : path();
  }

  private Expression call() {
    var name = tokens.take();
    var function =
        Function.find(name.text())
            .orElseThrow(() -> NotUnderstood.at(name.at(), "there is no function " + name.shown()));
    tokens.expectSign("(");
    var arguments = new ArrayList<Expression>();
    if (!tokens.takeSign(")")) {
      do {
        arguments.add(level(0));
      } while (tokens.takeSign(","));
      tokens.expectSign(")");
    }
    if (!function.takes(arguments.size())) {
      throw NotUnderstood.at(
          name.at(),
          function.label()
              + " takes "
              + function.wants()
              + " arguments rather than "
              + arguments.size());
    }
    return new Call(name.at(), function, List.copyOf(arguments));
  }

  private Expression path() {
    return switch (paths.parse()) {
      case PathParser.Led.ToProperty(var path) -> path;
      case PathParser.Led.ToSome some -> some(some);
    };
  }

  private Expression some(PathParser.Led.ToSome led) {
    tokens.expectSign("(");
    var name = tokens.expectWord("a name for each of them, and « : »");
    if (variables.containsKey(name.text())) {
      throw NotUnderstood.at(name.at(), name.shown() + " is taken already");
    }
    tokens.expectSign(":");
    variables.put(name.text(), led.links().getLast().to());
    var of = level(0);
    variables.remove(name.text());
    tokens.expectSign(")");
    return new Some(led.at(), led.from(), led.links(), name.text(), of, led.all());
  }

  private Expression counted(Expression expression) {
    if (++nodes > limits.nodes()) {
      throw NotUnderstood.at(
          expression.at(), "the filter has more than " + limits.nodes() + " parts");
    }
    return expression;
  }
}

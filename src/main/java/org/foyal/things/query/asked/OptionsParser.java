package org.foyal.things.query.asked;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Expression.Path;
import org.foyal.things.query.asked.Options.Expand;
import org.foyal.things.query.asked.Options.Order;
import org.jspecify.annotations.Nullable;

/// Reads the options of a question (18-088, clause 9.3.2), those of expanded links within.
public final class OptionsParser {
  private static final String LIST =
      "$filter, $expand, $select, $orderby, $top, $skip, $count and $resultFormat";
  private static final Set<String> KNOWN =
      Set.of(
          "$filter",
          "$expand",
          "$select",
          "$orderby",
          "$top",
          "$skip",
          "$count",
          "$resultFormat",
          "$skiptoken");

  private final Limits limits;
  private int expands;

  private OptionsParser(Limits limits) {
    this.limits = limits;
  }

  /// The options that a query asks of entities of a type.
  ///
  /// @param query each option by its name, decoded
  public static Options parse(EntityType type, Map<String, String> query, Limits limits) {
    var parser = new OptionsParser(limits);
    var reading = parser.new Reading(type, 0);
    query.forEach((name, value) -> {
      if (!KNOWN.contains(name)) {
        throw new NotUnderstood(
            "There is no option « " + PathParser.cut(name) + " »; there are " + LIST + ".");
      }
      try {
        var tokens =
            name.equals("$skiptoken") || name.equals("$resultFormat")
                ? Tokens.of(name, "", limits)
                : Tokens.of(name, value, limits);
        reading.read(name, value, tokens);
        tokens.expectEnd();
      } catch (NotUnderstood wrong) {
        throw wrong.told().startsWith("$") ? wrong : new NotUnderstood(name + ": " + wrong.told());
      }
    });
    return reading.options();
  }

  /// The options of one set of entities, while they are read.
  private final class Reading {
    private final EntityType type;
    private final int depth;
    private final Set<String> seen = new java.util.HashSet<>();
    private final Map<EntityType.Link, Options> links = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();
    private final List<String> select = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private @Nullable Expression filter;
    private @Nullable Integer top;
    private @Nullable String after;
    private long skip;
    private boolean count;
    private boolean dataArray;

    Reading(EntityType type, int depth) {
      this.type = type;
      this.depth = depth;
    }

    Options options() {
      return new Options(
          filter,
          expanded(),
          List.copyOf(select),
          List.copyOf(orders),
          top,
          skip,
          count,
          dataArray,
          after,
          written);
    }

    private List<Expand> expanded() {
      return links.entrySet().stream()
          .map(one -> new Expand(one.getKey(), one.getValue()))
          .toList();
    }

    void read(String name, String value, Tokens tokens) {
      if (!seen.add(name)) {
        throw new NotUnderstood(name + " stands twice: write it once.");
      }
      int start = tokens.peek().at();
      switch (name) {
        case "$filter" -> filter = new FilterParser(tokens, type, limits).parse();
        case "$expand" -> expand(tokens);
        case "$select" -> select(tokens);
        case "$orderby" -> order(tokens);
        case "$top" -> top = (int) Math.min(number(tokens), Integer.MAX_VALUE);
        case "$skip" -> skip = number(tokens);
        case "$count" -> count = truth(tokens);
        case "$resultFormat" -> dataArray = format(value);
        default -> after = value;
      }
      written.put(name, value.isEmpty() ? tokens.since(start) : value);
    }

    private boolean format(String value) {
      if (type != EntityType.OBSERVATION || !value.equals("dataArray")) {
        throw new NotUnderstood("$resultFormat is dataArray, for Observations only.");
      }
      return true;
    }

    private void select(Tokens tokens) {
      do {
        var word = tokens.expectWord("the name of a property");
        var property = Property.find(type, word.text());
        if (property.isEmpty() && type.link(word.text()).isEmpty()) {
          throw NotUnderstood.at(word.at(), PathParser.unknown(type, word.text()));
        }
        select.add(property.map(Property::name).orElse(word.text()));
      } while (tokens.takeSign(","));
    }

    private void order(Tokens tokens) {
      do {
        int at = tokens.peek().at();
        var by = new FilterParser(tokens, type, limits).parse();
        if (by instanceof Path path && path.links().stream().anyMatch(EntityType.Link::many)) {
          throw NotUnderstood.at(at, "entities are sorted by what each has one of");
        }
        boolean descending = tokens.takeWord("desc");
        if (!descending) {
          tokens.takeWord("asc");
        }
        orders.add(new Order(by, descending));
        if (orders.size() > limits.depth()) {
          throw NotUnderstood.at(at, "$orderby names more than " + limits.depth());
        }
      } while (tokens.takeSign(","));
    }

    private void expand(Tokens tokens) {
      do {
        expandOne(tokens);
      } while (tokens.takeSign(","));
    }

    private void expandOne(Tokens tokens) {
      var word = tokens.expectWord("the name of a link");
      var link =
          type.link(word.text())
              .orElseThrow(
                  () -> NotUnderstood.at(word.at(), PathParser.unknown(type, word.text())));
      if (++expands > limits.expands() || depth >= limits.depth()) {
        throw NotUnderstood.at(word.at(), "more is expanded than one answer can hold");
      }
      var inside = new Reading(link.to(), depth + 1);
      if (tokens.takeSign("/")) {
        int start = tokens.peek().at();
        inside.expandOne(tokens);
        inside.written.put("$expand", tokens.since(start));
      } else if (tokens.takeSign("(")) {
        inside.within(tokens);
      }
      links.merge(link, inside.options(), (one, other) -> merged(word, one, other));
    }

    private void within(Tokens tokens) {
      do {
        var name = tokens.expectWord("an option");
        if (!KNOWN.contains(name.text())
            || name.text().equals("$skiptoken")
            || name.text().equals("$resultFormat")) {
          throw NotUnderstood.at(name.at(), "within $expand there is no option " + name.shown());
        }
        tokens.expectSign("=");
        read(name.text(), "", tokens);
      } while (tokens.takeSign(";"));
      tokens.expectSign(")");
    }

    /// `Datastreams,Datastreams/Sensor` is one link with another below it.
    private static Options merged(Token word, Options one, Options other) {
      var told =
          Stream.of(one, other)
              .map(each -> each.written().getOrDefault("$expand", ""))
              .filter(each -> !each.isEmpty())
              .collect(Collectors.joining(","));
      if (one.onlyExpands()) {
        return other.with(joined(word, one.expands(), other.expands()), told);
      }
      if (other.onlyExpands()) {
        return one.with(joined(word, one.expands(), other.expands()), told);
      }
      throw NotUnderstood.at(word.at(), word.shown() + " is expanded twice with different options");
    }

    private static List<Expand> joined(Token word, List<Expand> one, List<Expand> other) {
      var all = new LinkedHashMap<EntityType.Link, Options>();
      one.forEach(each -> all.put(each.link(), each.options()));
      other.forEach(each ->
          all.merge(each.link(), each.options(), (mine, yours) -> merged(word, mine, yours)));
      return all.entrySet().stream()
          .map(each -> new Expand(each.getKey(), each.getValue()))
          .toList();
    }
  }

  private static long number(Tokens tokens) {
    var token = tokens.take();
    if (token.kind() != Token.Kind.NUMBER || !token.text().matches("\\d{1,12}")) {
      throw NotUnderstood.at(
          token.at(), "a whole number from 0 is expected rather than " + token.shown());
    }
    return Long.parseLong(token.text());
  }

  private static boolean truth(Tokens tokens) {
    var token = tokens.take();
    if (!token.word("true") && !token.word("false")) {
      throw NotUnderstood.at(token.at(), "true or false is expected rather than " + token.shown());
    }
    return token.word("true");
  }
}

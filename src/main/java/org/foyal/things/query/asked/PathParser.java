package org.foyal.things.query.asked;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Expression.Path;

/// Reads a path: `result`, `properties/floor`, `Datastream/ObservedProperty/name`, or
/// `Datastreams/any`.
final class PathParser {
  private final Tokens tokens;
  private final Limits limits;
  private final Map<String, EntityType> variables;

  PathParser(Tokens tokens, Limits limits, Map<String, EntityType> variables) {
    this.tokens = tokens;
    this.limits = limits;
    this.variables = variables;
  }

  /// Where a path leads.
  sealed interface Led {
    /// To a property.
    record ToProperty(Path path) implements Led {}

    /// To entities of which some, or all, shall be so.
    record ToSome(int at, String from, List<EntityType.Link> links, boolean all) implements Led {}
  }

  Led parse() {
    var first = tokens.peek();
    var variable = "";
    if (variables.containsKey(first.text()) && tokens.peekSecond().is("/")) {
      variable = first.text();
      tokens.take();
      tokens.take();
    }
    var type = variables.getOrDefault(variable, EntityType.THING);
    var links = new ArrayList<EntityType.Link>();
    while (true) {
      var word = tokens.expectWord("a property");
      if (!links.isEmpty() && tokens.peek().is("(") && isSome(word)) {
        return new Led.ToSome(first.at(), variable, List.copyOf(links), word.word("all"));
      }
      var property = Property.find(type, word.text());
      if (property.isPresent()) {
        return new Led.ToProperty(
            new Path(
                first.at(), variable, List.copyOf(links), property.get(), inner(property.get())));
      }
      var link = type.link(word.text());
      if (link.isEmpty()) {
        throw NotUnderstood.at(word.at(), unknown(type, word.text()));
      }
      links.add(link.get());
      if (links.size() > limits.depth()) {
        throw NotUnderstood.at(word.at(), "the path has more links than " + limits.depth());
      }
      type = link.get().to();
      if (!tokens.takeSign("/")) {
        throw NotUnderstood.at(
            tokens.peek().at(), "a path ends with a property: " + word.text() + "/id, for example");
      }
    }
  }

  private static boolean isSome(Token word) {
    return word.word("any") || word.word("all");
  }

  private List<String> inner(Property property) {
    var inner = new ArrayList<String>();
    while (property.hasParts()) {
      if (tokens.takeSign("[")) {
        inner.add(part());
        tokens.expectSign("]");
      } else if (tokens.takeSign("/")) {
        inner.add(part());
      } else {
        break;
      }
      if (inner.size() > limits.depth()) {
        throw NotUnderstood.at(tokens.peek().at(), "the path is too deep");
      }
    }
    return List.copyOf(inner);
  }

  private String part() {
    var token = tokens.take();
    return switch (token.kind()) {
      case WORD, TEXT, NUMBER -> token.text();
      case MOMENT, SPAN, DAY, HOUR, DURATION, SHAPE, SIGN, END ->
          throw NotUnderstood.at(token.at(), "the name of a part is expected after the slash");
    };
  }

  /// A sentence that lists what there is.
  static String unknown(EntityType type, String name) {
    var known =
        Stream.concat(
                Stream.concat(Stream.of("id"), Property.of(type).stream().map(Property::name)),
                type.links().stream().map(EntityType.Link::label))
            .collect(Collectors.joining(", "));
    return "a " + type.single() + " has no « " + cut(name) + " »; it has " + known;
  }

  static String cut(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }
}

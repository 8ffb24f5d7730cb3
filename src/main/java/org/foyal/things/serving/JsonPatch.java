package org.foyal.things.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON Patch (RFC 6902): a list of operations on a document.
final class JsonPatch {
  private static final Set<String> VALUED = Set.of("add", "replace", "test");
  private static final int MOST = 100;
  private static final int MOST_PARTS = 20_000;

  private JsonPatch() {}

  /// What can come of patching.
  sealed interface Patched {
    /// All operations are done.
    record Done(ObjectNode after) implements Patched {}

    /// One can't be done, so that none is.
    record Unfit(String reason) implements Patched {}
  }

  static Patched apply(ObjectNode before, @Nullable JsonNode operations) {
    if (operations == null || !operations.isArray() || operations.size() > MOST) {
      return new Patched.Unfit("Send a list of at most " + MOST + " operations (RFC 6902).");
    }
    JsonNode document = before.deepCopy();
    int number = 0;
    for (var operation : operations) {
      number++;
      if (parts(document, 0) > MOST_PARTS) { // copies of copies double each time
        return new Patched.Unfit("More than " + MOST_PARTS + " parts.");
      }
      var wrong = operate(document, operation);
      if (wrong != null) {
        return new Patched.Unfit("Operation " + number + ": " + wrong);
      }
    }
    return new Patched.Done((ObjectNode) document);
  }

  private static int parts(JsonNode node, int before) {
    int count = before + 1;
    for (var inner : node) {
      count = parts(inner, count);
    }
    return count;
  }

  /// What a change must name so that one document becomes the other: what is gone is null.
  static ObjectNode difference(ObjectNode before, ObjectNode after) {
    var change = JsonNodeFactory.instance.objectNode();
    after
        .properties()
        .forEach(one -> {
          if (!one.getValue().equals(before.get(one.getKey()))) {
            change.set(one.getKey(), one.getValue());
          }
        });
    before.propertyNames().stream().filter(name -> !after.has(name)).forEach(change::putNull);
    return change;
  }

  private static @Nullable String operate(JsonNode document, JsonNode operation) {
    var op = operation.path("op").stringValue("");
    var path = pointer(operation.path("path").stringValue(null));
    if (path == null || path.isEmpty()) {
      return "path is a pointer to a part: /properties/floor.";
    }
    if (VALUED.contains(op) && !operation.has("value")) {
      return op + " needs a value.";
    }
    return switch (op) {
      case "add" -> add(document, path, operation.path("value"));
      case "remove" -> remove(document, path);
      case "replace" -> {
        var gone = remove(document, path);
        yield gone == null ? add(document, path, operation.path("value")) : gone;
      }
      case "test" ->
          operation.path("value").equals(find(document, path)) ? null : "the test fails.";
      case "move", "copy" -> carry(document, operation, path, op.equals("move"));
      default -> "op is add, remove, replace, move, copy or test.";
    };
  }

  private static @Nullable String carry(
      JsonNode document, JsonNode operation, List<String> path, boolean move) {
    var from = pointer(operation.path("from").stringValue(null));
    var found = from == null || from.isEmpty() ? null : find(document, from);
    if (from == null || found == null) {
      return "from leads nowhere.";
    }
    var copy = found.deepCopy();
    var gone = move ? remove(document, from) : null;
    return gone == null ? add(document, path, copy) : gone;
  }

  /// The parts of a pointer (RFC 6901); nothing if it is none.
  private static @Nullable List<String> pointer(@Nullable String text) {
    if (text == null || (!text.isEmpty() && !text.startsWith("/"))) {
      return null;
    }
    var parts = new ArrayList<String>();
    for (var part : text.split("/", -1)) {
      parts.add(part.replace("~1", "/").replace("~0", "~"));
    }
    return parts.subList(1, parts.size());
  }

  private static @Nullable JsonNode find(JsonNode document, List<String> path) {
    JsonNode here = document;
    for (var part : path) {
      here = here.isArray() ? here.path(index(part, here.size() - 1)) : here.path(part);
    }
    return here.isMissingNode() ? null : here;
  }

  /// A position in a list, or -1.
  private static int index(String part, int last) {
    return part.matches("0|[1-9]\\d{0,6}") && Integer.parseInt(part) <= last
        ? Integer.parseInt(part)
        : -1;
  }

  private static @Nullable String add(JsonNode document, List<String> path, JsonNode value) {
    var owner = find(document, path.subList(0, path.size() - 1));
    var name = path.getLast();
    return switch (owner) {
      case ObjectNode object -> {
        object.set(name, value);
        yield null;
      }
      case ArrayNode array -> {
        int at = name.equals("-") ? array.size() : index(name, array.size());
        if (at >= 0) {
          array.insert(at, value);
        }
        yield at < 0 ? "there is no such position." : null;
      }
      case null, default -> "path leads nowhere.";
    };
  }

  private static @Nullable String remove(JsonNode document, List<String> path) {
    var owner = find(document, path.subList(0, path.size() - 1));
    var name = path.getLast();
    return switch (owner) {
      case ObjectNode object -> object.remove(name) == null ? "path leads nowhere." : null;
      case ArrayNode array -> {
        int at = index(name, array.size() - 1);
        if (at >= 0) {
          array.remove(at);
        }
        yield at < 0 ? "there is no such position." : null;
      }
      case null, default -> "path leads nowhere.";
    };
  }
}

package org.foyal.things.query.asked;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyal.things.model.EntityType;
import org.jspecify.annotations.Nullable;

/// What an address names (18-088, clause 9.2): one entity after the other along links, then what is
/// asked of the last.
///
/// @param steps from the first set on; each but the last names one entity
/// @param property a property of the last entity; none: the entities themselves
/// @param inner names of parts within the property
/// @param form how it is asked for
public record Address(
    List<Step> steps, @Nullable Property property, List<String> inner, Form form) {
  /// The most digits of a number.
  private static final int DIGITS = 18;

  /// How a resource is asked for.
  public enum Form {
    /// As JSON.
    PLAIN,
    /// Its addresses alone: `$ref`.
    REF,
    /// A property's value as it is: `$value`.
    VALUE,
    /// How many there are, as plain text: `$count`.
    COUNT
  }

  /// One piece of the path.
  ///
  /// @param type the kind of entity it leads to
  /// @param link the link that leads there; none: a set of the service's root
  /// @param id the entity; none: all of the set, or the one that the link leads to
  public record Step(EntityType type, EntityType.@Nullable Link link, @Nullable Long id) {
    /// Whether it names one entity.
    public boolean one() {
      return id != null || (link != null && !link.many());
    }

    /// As addresses write it.
    public String written() {
      var name = link == null ? type.set() : link.label();
      return id == null ? name : name + "(" + id + ")";
    }
  }

  /// What can come of reading an address.
  public sealed interface Read {
    /// It names something that may be there.
    record Named(Address address) implements Read {}

    /// Nothing can be there.
    record Nowhere(String reason) implements Read {}
  }

  /// The last piece of the path.
  public Step last() {
    return steps.getLast();
  }

  /// Whether it names several entities.
  public boolean isSet() {
    return property == null && !last().one();
  }

  /// Reads a path below the root of the service.
  ///
  /// @param parts what stands between slashes, decoded
  public static Read read(List<String> parts, Limits limits) {
    if (parts.size() > limits.depth()) {
      return new Read.Nowhere("The address has more than " + limits.depth() + " parts.");
    }
    var steps = new ArrayList<Step>();
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (steps.isEmpty() || steps.getLast().one()) {
        var next = step(steps.isEmpty() ? null : steps.getLast().type(), part);
        if (next.isPresent()) {
          steps.add(next.get());
          continue;
        }
      }
      return steps.isEmpty()
          ? new Read.Nowhere("There is no set « " + PathParser.cut(part) + " »: " + sets())
          : rest(steps, parts.subList(i, parts.size()));
    }
    return new Read.Named(new Address(List.copyOf(steps), null, List.of(), Form.PLAIN));
  }

  private static String sets() {
    return java.util.Arrays.stream(EntityType.values())
        .map(EntityType::set)
        .collect(java.util.stream.Collectors.joining(", ", "there are ", "."));
  }

  private static Optional<Step> step(@Nullable EntityType from, String part) {
    int bracket = part.indexOf('(');
    var name = bracket < 0 ? part : part.substring(0, bracket);
    Long id = null;
    if (bracket >= 0) {
      var digits = part.substring(bracket + 1).replaceFirst("\\)$", "");
      if (!part.endsWith(")") || !digits.matches("\\d{1," + DIGITS + "}")) {
        return Optional.empty();
      }
      id = Long.valueOf(digits);
    }
    if (from == null) {
      var number = id;
      return EntityType.ofSet(name).map(type -> new Step(type, null, number));
    }
    var number = id;
    return from.link(name)
        .filter(link -> link.many() || number == null)
        .map(link -> new Step(link.to(), link, number));
  }

  private static Read rest(List<Step> steps, List<String> parts) {
    var last = steps.getLast();
    var first = parts.getFirst();
    var done = parts.size() == 1;
    if (done && first.equals("$ref")) {
      return new Read.Named(new Address(List.copyOf(steps), null, List.of(), Form.REF));
    }
    if (done && first.equals("$count") && !last.one()) {
      return new Read.Named(new Address(List.copyOf(steps), null, List.of(), Form.COUNT));
    }
    var property = Property.find(last.type(), first).filter(_ -> last.one());
    if (property.isEmpty()) {
      return new Read.Nowhere(
          last.one()
              ? "Below one entity: " + PathParser.unknown(last.type(), first) + "."
              : "Below a set stands one entity, " + last.written() + "(1), or $ref, or $count.");
    }
    boolean value = parts.size() > 1 && parts.getLast().equals("$value");
    var inner = parts.subList(1, value ? parts.size() - 1 : parts.size());
    if (!inner.isEmpty() && !property.get().hasParts()) {
      return new Read.Nowhere(
          property.get().name() + " has no parts: only $value stands below it.");
    }
    return new Read.Named(
        new Address(
            List.copyOf(steps),
            property.get(),
            List.copyOf(inner),
            value ? Form.VALUE : Form.PLAIN));
  }
}

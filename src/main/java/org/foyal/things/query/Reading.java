package org.foyal.things.query;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Parent;
import org.foyal.things.query.ReadingStore.Asking;
import org.foyal.things.query.ReadingStore.Resolved;
import org.foyal.things.query.ReadingStore.TookTooLong;
import org.foyal.things.query.asked.Address;
import org.foyal.things.query.asked.Limits;
import org.foyal.things.query.asked.NotUnderstood;
import org.foyal.things.query.asked.Options;
import org.foyal.things.query.asked.OptionsParser;
import org.foyal.things.query.asked.Property;
import org.springframework.stereotype.Component;

/// What is asked of the connected city is answered here, whatever the door.
@Component
public class Reading {
  private final ReadingStore store;
  private final Limits limits;

  Reading(ReadingStore store, ReadingSettings settings) {
    this.store = store;
    this.limits = Limits.of(settings.mostInOneAnswer());
  }

  /// Answers a question.
  ///
  /// @param parts what stands between the slashes of the address below the service's root, decoded
  /// @param query each option by its name, decoded
  public Answer ask(List<String> parts, Map<String, String> query) {
    return switch (Address.read(parts, limits)) {
      case Address.Read.Nowhere(var reason) -> new Answer.Missing(reason);
      case Address.Read.Named(var address) -> ask(address, query);
    };
  }

  private Answer ask(Address address, Map<String, String> query) {
    try {
      var options = OptionsParser.parse(address.last().type(), query, limits);
      var property = address.property();
      if (property != null) {
        return options.onlyDefault()
            ? store.with(asking -> part(asking, address, property))
            : new Answer.Refused("A property of one entity takes no options.");
      }
      if (address.last().one() && options.asksForASet()) {
        return new Answer.Refused("One entity takes $select and $expand; the rest is for sets.");
      }
      if (options.dataArray() && !options.expands().isEmpty()) {
        return new Answer.Refused("$resultFormat=dataArray does not go with $expand.");
      }
      return store.with(asking -> entities(asking, address, options));
    } catch (NotUnderstood wrong) {
      return new Answer.Refused(wrong.told());
    } catch (TookTooLong _) {
      return new Answer.TooLong();
    }
  }

  private Answer entities(Asking asking, Address address, Options options) {
    return switch (asking.resolve(address.steps())) {
      case Resolved.Nothing(var what) -> missing(what);
      case Resolved.One(var type, var id) ->
          asking
              .one(type, id, options, limits)
              .<Answer>map(page -> bounded(page, new Answer.One(address, page)))
              .orElseGet(() -> missing(address.last().written()));
      case Resolved.Several(var type, var parent) ->
          address.form() == Address.Form.COUNT
              ? new Answer.Count(asking.count(type, parent, options))
              : several(address, asking.several(type, parent, options, limits));
    };
  }

  private Answer several(Address address, Page page) {
    return bounded(page, new Answer.Several(address, page));
  }

  /// An entity that many link to is read once, but written below each of them.
  private Answer bounded(Page page, Answer answer) {
    return Page.written(page, new IdentityHashMap<>()) <= limits.entities()
        ? answer
        : new Answer.Refused(
            "The answer would hold more than "
                + limits.entities()
                + " entities: give a lower $top, here or within $expand.");
  }

  private Answer part(Asking asking, Address address, Property property) {
    if (!(asking.resolve(address.steps()) instanceof Resolved.One(var type, var id))) {
      return missing(address.last().written());
    }
    var page =
        asking.one(
            type,
            id,
            OptionsParser.parse(type, Map.of("$select", property.name()), limits),
            limits);
    if (page.isEmpty()) {
      return missing(address.last().written());
    }
    var content =
        property.equals(Property.ID)
            ? new Content.Whole(id)
            : page.get().entities().getFirst().contents().getFirst();
    return content instanceof Content.None
        ? new Answer.Empty()
        : new Answer.Part(address, property, content);
  }

  private static Answer missing(String what) {
    return new Answer.Missing("There is no " + what + " here.");
  }

  /// What an address names for whoever writes there; that an entity named last is there is not
  /// looked up.
  public Target target(List<String> parts) {
    return switch (Address.read(parts, limits)) {
      case Address.Read.Nowhere(var reason) -> new Target.Nowhere(reason);
      case Address.Read.Named(var address)
          when address.property() != null || address.form() != Address.Form.PLAIN ->
          new Target.Nowhere("Entities are written at their own address, or at that of a set.");
      case Address.Read.Named(var address) ->
          store.with(asking ->
              switch (asking.resolve(address.steps())) {
                case Resolved.Nothing(var what) ->
                    new Target.Nowhere("There is no " + what + " here.");
                case Resolved.One(var type, var id) -> new Target.One(type, id);
                case Resolved.Several(var type, var parent) ->
                    new Target.Several(
                        type, parent == null ? null : new Parent(parent.type(), parent.id()));
              });
    };
  }

  /// Whether there is such an entity.
  public boolean has(EntityType type, long id) {
    return store.with(asking -> asking.exists(type, id));
  }
}

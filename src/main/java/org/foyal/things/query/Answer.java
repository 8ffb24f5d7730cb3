package org.foyal.things.query;

import org.foyal.things.query.asked.Address;
import org.foyal.things.query.asked.Property;

/// What can come of asking.
public sealed interface Answer {
  /// A set of entities.
  record Several(Address address, Page page) implements Answer {}

  /// One entity, alone on its page.
  record One(Address address, Page page) implements Answer {}

  /// A property of an entity, or a part of it.
  record Part(Address address, Property property, Content content) implements Answer {}

  /// How many there are.
  record Count(long count) implements Answer {}

  /// A property that holds nothing now.
  record Empty() implements Answer {}

  /// There is no such thing.
  record Missing(String reason) implements Answer {}

  /// The question can't be answered as it stands.
  record Refused(String reason) implements Answer {}

  /// It would have taken too long.
  record TooLong() implements Answer {}
}

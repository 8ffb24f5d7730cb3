package org.foyal.things.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A kind of entity of SensorThings 1.1 (18-088, clause 8.2), with the names by which addresses
/// call it.
public enum EntityType {
  THING("Thing", "Things"),
  LOCATION("Location", "Locations"),
  HISTORICAL_LOCATION("HistoricalLocation", "HistoricalLocations"),
  DATASTREAM("Datastream", "Datastreams"),
  SENSOR("Sensor", "Sensors"),
  OBSERVED_PROPERTY("ObservedProperty", "ObservedProperties"),
  OBSERVATION("Observation", "Observations"),
  FEATURE_OF_INTEREST("FeatureOfInterest", "FeaturesOfInterest");

  /// A link from an entity to one other or to several.
  public record Link(EntityType to, boolean many) {
    /// The name of the link in addresses and answers.
    public String label() {
      return many ? to.set : to.single;
    }
  }

  private final String single;
  private final String set;

  EntityType(String single, String set) {
    this.single = single;
    this.set = set;
  }

  /// The name of one, as a link to one is called: `Thing`.
  public String single() {
    return single;
  }

  /// The name of the set, as the service's root lists it: `Things`.
  public String set() {
    return set;
  }

  /// The links of this type (18-088, tables 3 to 16), in the order of the standard's figure.
  public List<Link> links() {
    return switch (this) {
      case THING -> List.of(many(DATASTREAM), many(LOCATION), many(HISTORICAL_LOCATION));
      case LOCATION -> List.of(many(THING), many(HISTORICAL_LOCATION));
      case HISTORICAL_LOCATION -> List.of(one(THING), many(LOCATION));
      case DATASTREAM ->
          List.of(one(THING), one(SENSOR), one(OBSERVED_PROPERTY), many(OBSERVATION));
      case SENSOR, OBSERVED_PROPERTY -> List.of(many(DATASTREAM));
      case OBSERVATION -> List.of(one(DATASTREAM), one(FEATURE_OF_INTEREST));
      case FEATURE_OF_INTEREST -> List.of(many(OBSERVATION));
    };
  }

  /// The link of this type with that name.
  public Optional<Link> link(String label) {
    return links().stream().filter(link -> link.label().equals(label)).findAny();
  }

  /// The type whose set has that name.
  public static Optional<EntityType> ofSet(String name) {
    return Stream.of(values()).filter(type -> type.set.equals(name)).findAny();
  }

  private static Link one(EntityType to) {
    return new Link(to, false);
  }

  private static Link many(EntityType to) {
    return new Link(to, true);
  }
}

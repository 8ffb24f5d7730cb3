package org.foyal.things.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.things.model.EntityType;
import org.jspecify.annotations.Nullable;

/// One entity as it was read, with what was expanded of it.
public final class Entity {
  private final EntityType type;
  private final long id;
  private final List<Content> contents;
  private final Map<String, Long> owners;
  private final List<@Nullable String> keys;
  private final long parent;
  private final Map<EntityType.Link, Linked> links = new LinkedHashMap<>();

  /// Where the entities stand to which it links.
  ///
  /// @param owners the numbers of those of which it has one, by the name of the link
  /// @param keys what it is sorted by, as text
  /// @param parent the number of the entity for which it was expanded, or 0
  record Place(Map<String, Long> owners, List<@Nullable String> keys, long parent) {}

  Entity(EntityType type, long id, List<Content> contents, Place place) {
    this.type = type;
    this.id = id;
    this.contents = contents;
    this.owners = place.owners();
    this.keys = place.keys();
    this.parent = place.parent();
  }

  /// What stands at the other end of a link.
  public sealed interface Linked {
    /// One entity, alone on its page.
    record One(Page page) implements Linked {}

    /// None, where there may be one.
    record Nobody() implements Linked {}

    /// Several.
    record Many(Page page) implements Linked {}
  }

  /// Its kind.
  public EntityType type() {
    return type;
  }

  /// Its number.
  public long id() {
    return id;
  }

  /// What the asked properties hold, in their order.
  public List<Content> contents() {
    return contents;
  }

  /// What was expanded.
  public Map<EntityType.Link, Linked> links() {
    return links;
  }

  /// The number of the entity that a link to one leads to.
  public @Nullable Long owner(String link) {
    return owners.get(link);
  }

  List<@Nullable String> keys() {
    return keys;
  }

  long parent() {
    return parent;
  }
}

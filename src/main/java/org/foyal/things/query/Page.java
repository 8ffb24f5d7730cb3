package org.foyal.things.query;

import java.util.List;
import java.util.Map;
import org.foyal.things.query.asked.Options;
import org.foyal.things.query.asked.Property;
import org.jspecify.annotations.Nullable;

/// Some entities of a set, with what was asked of them.
///
/// @param properties those that were asked for, in the order of each entity's contents
/// @param count how many there are in all, where that was asked
/// @param after where the next page begins; none: this is the last
public record Page(
    List<Entity> entities,
    List<Property> properties,
    Options options,
    @Nullable Long count,
    @Nullable String after) {
  /// How many entities it holds with all that was expanded, each as often as it will be written.
  static long written(Page page, Map<Entity, Long> known) {
    long all = 0;
    for (var entity : page.entities()) {
      var size = known.get(entity);
      if (size == null) {
        long below = 1;
        for (var linked : entity.links().values()) {
          below +=
              switch (linked) {
                case Entity.Linked.Nobody _ -> 0;
                case Entity.Linked.One(var one) -> written(one, known);
                case Entity.Linked.Many(var many) -> written(many, known);
              };
        }
        size = Math.min(below, Integer.MAX_VALUE);
        known.put(entity, size);
      }
      all += size;
    }
    return all;
  }
}

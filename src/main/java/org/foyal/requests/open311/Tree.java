package org.foyal.requests.open311;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is answered, once for both forms: as XML every part is an element; as JSON, by the Spark
/// convention, a group is an object, and a list is an array without the names of its items.
sealed interface Tree {
  /// The name of its element.
  String name();

  /// The same for JSON: a string, a number, a truth, null, a map or a list.
  @Nullable Object json();

  /// One value; null where nothing is known.
  ///
  /// @param value a string, a number or a truth
  record Value(String name, @Nullable Object value) implements Tree {
    static Value of(String name, Optional<?> value) {
      return new Value(name, value.orElse(null));
    }

    @Override
    public @Nullable Object json() {
      return value;
    }
  }

  /// Several parts, each with its name.
  record Group(String name, List<Tree> parts) implements Tree {
    public Group {
      parts = List.copyOf(parts);
    }

    static Group of(String name, Tree... parts) {
      return new Group(name, List.of(parts));
    }

    @Override
    public Map<String, @Nullable Object> json() {
      var object = new LinkedHashMap<String, @Nullable Object>();
      parts.forEach(part -> object.put(part.name(), part.json()));
      return object;
    }
  }

  /// Several of the same name.
  record Listed(String name, List<? extends Tree> items) implements Tree {
    public Listed {
      items = List.copyOf(items);
    }

    @Override
    public List<@Nullable Object> json() {
      var array = new ArrayList<@Nullable Object>();
      items.forEach(item -> array.add(item.json()));
      return array;
    }
  }
}

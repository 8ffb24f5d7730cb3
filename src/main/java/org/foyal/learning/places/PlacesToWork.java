package org.foyal.learning.places;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.foyal.learning.activity.Workplaces;
import org.springframework.stereotype.Component;

/// Offers the places that are kept to whoever records what they did there.
@Component
class PlacesToWork implements Workplaces {
  private final Places places;

  PlacesToWork(Places places) {
    this.places = places;
  }

  @Override
  public Map<UUID, String> names() {
    var found = new LinkedHashMap<UUID, String>();
    places.list().forEach(one -> found.put(one.id(), one.name()));
    return found;
  }
}

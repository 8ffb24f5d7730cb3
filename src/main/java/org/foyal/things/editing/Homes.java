package org.foyal.things.editing;

import java.util.ArrayList;
import java.util.List;
import org.foyal.shell.database.AfterCommit;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.EntityWritten;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What is at somebody's home never stands exactly in the database, whichever of the two came
/// first, the place or the word `foyal.blurred`: asked at the end of each change, in its
/// transaction.
@Component("thingsHomes")
class Homes {
  private final RoughStore store;
  private final ApplicationEventPublisher events;

  Homes(RoughStore store, ApplicationEventPublisher events) {
    this.store = store;
    this.events = events;
  }

  /// After an entity was made or changed.
  void blur(EntityType type, long id) {
    var exact = new ArrayList<RoughStore.Exact>();
    if (type != EntityType.OBSERVATION) {
      exact.addAll(store.places());
      exact.addAll(store.features());
    }
    keep(exact);
    keep(store.observed(type, id));
    if (type == EntityType.THING || type == EntityType.DATASTREAM) {
      store.forgetAreas();
    }
  }

  private void keep(List<RoughStore.Exact> exact) {
    for (var place : exact) {
      store.keep(place);
      AfterCommit.run(() -> events.publishEvent(new EntityWritten(place.type(), place.id())));
    }
  }
}

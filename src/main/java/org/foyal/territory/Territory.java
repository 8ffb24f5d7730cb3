package org.foyal.territory;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// The room's façade: areas, streets, and which area holds a point.
@Service
public class Territory {
  private final AreaStore store;
  private final TerritorySettings settings;
  private final AtomicReference<@Nullable AreaIndex> index = new AtomicReference<>();

  Territory(AreaStore store, TerritorySettings settings) {
    this.store = store;
    this.settings = settings;
  }

  /// The city's own commune, once it is set and imported.
  public Optional<Area> city() {
    return settings.commune().isEmpty() ? Optional.empty() : findArea(settings.commune());
  }

  /// The area of that code, if it is known.
  public Optional<Area> findArea(String code) {
    return index().find(code).map(AreaStore.Outlined::area);
  }

  /// The area of that code.
  ///
  /// @throws NoSuchElementException when it is not known
  public Area getArea(String code) {
    return findArea(code).orElseThrow(() -> new NoSuchElementException("no area " + code));
  }

  /// All areas of a kind, in order of code.
  public List<Area> listAreas(Kind kind) {
    return index().list(kind);
  }

  /// The area of a kind that holds a point: borders belong to the lowest code, holes to nobody.
  public Optional<Area> areaAt(Position where, Kind kind) {
    return index().at(where, kind);
  }

  /// The areas of the same kind that touch an area, the longest common border first.
  public List<Area> neighbours(String code) {
    var index = index();
    return index.find(code).map(index::neighbours).orElse(List.of());
  }

  /// An area's outline in WGS 84, longitude first; none while it is not known. Not to be changed.
  public Optional<Geometry> outline(String code) {
    return index().find(code).map(AreaStore.Outlined::outline);
  }

  /// The streets whose middle lies in an area, in alphabetical order.
  public List<Street> listStreets(String areaCode) {
    return store.streetsOf(areaCode);
  }

  /// The street of that identifier, if it is known.
  public Optional<Street> findStreet(String id) {
    return store.findStreet(id);
  }

  /// A number that changes whenever the territory does: what is made from it may be kept beside it.
  public long version() {
    return index().version();
  }

  private AreaIndex index() {
    var now = index.get();
    return now == null ? load() : now;
  }

  private synchronized AreaIndex load() {
    var made = new AreaIndex(store.version(), store.areas());
    index.set(made);
    return made;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(TerritoryChanged change) {
    load();
  }

  /// Another process may import into the same database: `bin/import` does.
  @Scheduled(fixedDelay = 2_000)
  void followOtherProcesses() {
    var now = index.get();
    if (now != null && now.version() != store.version()) {
      load();
    }
  }
}

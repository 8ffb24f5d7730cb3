package org.foyal.territory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// The room's façade: areas, streets, and which area holds a point.
@Service
public class Territory {
  private final AreaStore store;
  private final FigureStore figures;
  private final TerritorySettings settings;
  private final ApplicationEventPublisher events;
  private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

  private record Kept(AreaIndex index, Instant changedAt) {}

  Territory(
      AreaStore store,
      FigureStore figures,
      TerritorySettings settings,
      ApplicationEventPublisher events) {
    this.store = store;
    this.figures = figures;
    this.settings = settings;
    this.events = events;
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

  /// Which area holds a point on the outlines as the caller's transaction sees them, changes that
  /// it has not committed included.
  public Whereabouts asInThisTransaction() {
    return new AreaIndex(store.version(), store.areas())::at;
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

  /// The streets of the same commune that lie nearest to one, nearest first.
  public List<Street> listStreetsNear(Street street, int atMost) {
    return store.streetsNear(street, atMost);
  }

  /// Hands every street to a reader, one by one, so that a large city fits in a small memory.
  @Transactional(readOnly = true)
  public void eachStreet(Consumer<Street> reader) {
    store.eachStreet(reader);
  }

  /// All scores, in order of area.
  public List<Score> listScores() {
    return figures.scores();
  }

  /// What was published about a territory, or about a larger one that it is part of.
  public List<PublishedFigure> listFigures(String code) {
    return figures.figures(code);
  }

  /// What each import said of an area, the oldest first.
  public List<AreaVersion> listVersions(String code) {
    return figures.versions(code);
  }

  /// Where the data that stands came from.
  public List<Provenance> listSources() {
    return figures.sources();
  }

  /// Where each area came from, by its code.
  public Map<String, Provenance> sourcesOfAreas() {
    return figures.sourcesOfAreas();
  }

  /// When the territory last changed; the beginning of time on an empty city.
  public Instant changedAt() {
    return kept().changedAt();
  }

  /// A number that changes whenever the territory does: what is made from it may be kept beside it.
  public long version() {
    return index().version();
  }

  private AreaIndex index() {
    return kept().index();
  }

  private Kept kept() {
    var now = kept.get();
    return now == null ? load() : now;
  }

  private synchronized Kept load() {
    var made =
        new Kept(
            new AreaIndex(store.version(), store.areas()),
            figures.changedAt().orElse(Instant.EPOCH));
    kept.set(made);
    return made;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(TerritoryChanged change) {
    follow();
  }

  /// Another process may import into the same database: `bin/import` does.
  @Scheduled(fixedDelay = 2_000)
  void followOtherProcesses() {
    var now = kept.get();
    if (now != null && now.index().version() != store.version()) {
      follow();
    }
  }

  private void follow() {
    events.publishEvent(new TerritoryFollowed(load().index().version()));
  }
}

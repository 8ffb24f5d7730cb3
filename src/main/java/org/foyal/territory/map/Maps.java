package org.foyal.territory.map;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room's façade: pictures of the territory, drawn from what stands in its tables, and its
/// layers.
@Service
public class Maps {
  private final Territory territory;
  private final MapStore store;
  private final Tiles tiles;
  private final AtomicReference<Tiles.@Nullable Prepared> prepared = new AtomicReference<>();

  Maps(Territory territory, MapStore store, Tiles tiles) {
    this.territory = territory;
    this.store = store;
    this.tiles = tiles;
  }

  /// A number that changes whenever the map may look otherwise.
  public long version() {
    return territory.version();
  }

  /// The picture of a region, or that too many wait for theirs.
  Tiles.Drawn draw(Region region) {
    return tiles.draw(prepared(), region);
  }

  /// All that is drawn, as it stands.
  Layers layers() {
    return prepared().layers();
  }

  /// Where the rows came from.
  List<MapStore.Source> sources() {
    return store.sources();
  }

  /// The import that each area came by.
  Map<String, Long> areaSources() {
    return store.areaSources();
  }

  /// Hands over every street, one by one.
  @Transactional(readOnly = true)
  void eachStreet(Consumer<MapStore.StreetPoint> to) {
    store.eachStreet(to);
  }

  private Tiles.Prepared prepared() {
    var now = prepared.get();
    return now != null && now.layers().version() == territory.version() ? now : prepare();
  }

  private synchronized Tiles.Prepared prepare() {
    var now = prepared.get();
    long version = territory.version();
    if (now != null && now.layers().version() == version) {
      return now; // another thread was first
    }
    var made =
        new Tiles.Prepared(
            new Layers(
                new Layers.Parts(
                    version,
                    territory.city().map(Area::code).orElse(""),
                    outlined(Area.Kind.COMMUNE),
                    outlined(Area.Kind.IRIS),
                    store.roads(),
                    store.places())));
    prepared.set(made);
    return made;
  }

  private List<Layers.Outlined> outlined(Area.Kind kind) {
    return territory.listAreas(kind).stream()
        .flatMap(
            area -> territory.outline(area.code()).map(o -> new Layers.Outlined(area, o)).stream())
        .toList();
  }
}

package org.foyal.territory.map;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room's façade: pictures of the territory, drawn from what stands in its tables, and its
/// layers.
@Service
public class Maps implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Maps.class);

  private final Territory territory;
  private final MapStore store;
  private final Tiles tiles;
  private final AtomicReference<Tiles.@Nullable Prepared> prepared = new AtomicReference<>();
  private final AtomicInteger ahead = new AtomicInteger();

  /// One prepares, one more may wait: it will find whatever came until it begins. On a platform
  /// thread, as seconds of arithmetic on a virtual one would hold up every request of one core.
  private final ThreadPoolExecutor preparing =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          Thread.ofPlatform().daemon().name("map-layers").factory());

  Maps(Territory territory, MapStore store, Tiles tiles) {
    this.territory = territory;
    this.store = store;
    this.tiles = tiles;
  }

  /// A number that changes whenever the map looks otherwise: the version of what is drawn.
  public long version() {
    return layers().version();
  }

  /// The picture that answers a wish, all of the city without one.
  ///
  /// @param kept what the links that move it keep, for example `&category=trottoir`
  public Still still(Still.Wish wish, String kept) {
    var layers = layers();
    return Still.of(layers, layers.home(), wish, kept, kept.replaceFirst("&", "?"));
  }

  /// Prepares the newest version in the background, and draws what its first reader will see;
  /// readers have the one before meanwhile. Asked for many times at once it is done once or twice.
  void prepareAhead() {
    ahead.incrementAndGet();
    try {
      preparing.execute(() -> {
        try {
          var made = prepare();
          Region.opening(made.layers()).forEach(region -> tiles.draw(made, region));
        } catch (DataAccessException away) {
          LOG.debug("The layers wait for the first reader.", away);
        } finally {
          ahead.decrementAndGet();
        }
      });
    } catch (RejectedExecutionException anotherWaits) {
      ahead.decrementAndGet();
    }
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

  /// What stands, or what stood before while somebody prepares what stands.
  private Tiles.Prepared prepared() {
    var now = prepared.get();
    return now != null && (now.layers().version() == territory.version() || ahead.get() > 0)
        ? now
        : prepare();
  }

  /// Prepares the newest version, unless it is.
  synchronized Tiles.Prepared prepare() {
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

  @Override
  public void destroy() {
    preparing.shutdownNow();
  }
}

package org.foyal.territory.map;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Draws pieces of the map: each at most once at a time, few at a time, and keeps them while there
/// is room.
@Component
class Tiles implements DisposableBean {
  private static final int WAITING = 512;
  private static final double MARGIN_px = 64; // more than shallows or a name reach

  private final Typeface.Weights letters = Typeface.Weights.read();
  private final Painter painter = new Painter(letters);
  private final ThreadPoolExecutor hands;
  private final AsyncCache<Key, Drawn.Picture> kept;

  /// What can come of asking for a piece of the map.
  sealed interface Drawn {
    /// The PNG and a mark that changes whenever its bytes do.
    @SuppressWarnings("ArrayRecordComponent") // never compared: the mark is
    record Picture(byte[] png, String mark) implements Drawn {}

    /// Too many others wait; nothing was begun.
    record TooBusy() implements Drawn {}
  }

  private record Key(long version, Region region) {}

  /// A version of the layers and the zooms prepared so far.
  record Prepared(Layers layers, Map<Integer, ZoomLevel> levels) {
    Prepared(Layers layers) {
      this(layers, new ConcurrentHashMap<>());
    }
  }

  Tiles(MapSettings settings) {
    int hands = settings.drawingsAtOnce();
    this.hands =
        new ThreadPoolExecutor(
            hands,
            hands,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("map-", 1).factory());
    this.hands.allowCoreThreadTimeOut(true);
    kept =
        Caffeine.newBuilder()
            .maximumWeight(settings.keep_mb() * 1_048_576L)
            .<Key, Drawn.Picture>weigher((_, picture) -> picture.png().length + 200)
            .buildAsync();
  }

  /// The picture of a region, drawn now or kept from before.
  Drawn draw(Prepared prepared, Region wanted) {
    var region = canonical(prepared.layers(), wanted);
    var key = new Key(prepared.layers().version(), region);
    try {
      return kept.get(
              key, (_, _) -> CompletableFuture.supplyAsync(() -> painted(prepared, region), hands))
          .join();
    } catch (RejectedExecutionException full) {
      return new Drawn.TooBusy();
    }
  }

  private Drawn.Picture painted(Prepared prepared, Region region) {
    var level =
        prepared
            .levels()
            .computeIfAbsent(
                region.zoom(), zoom -> new ZoomLevel(prepared.layers(), zoom, letters));
    var png = painter.paint(level, region);
    return new Drawn.Picture(png, mark(png));
  }

  /// Open sea is the same everywhere: all of it is one picture, whoever asks for the whole ocean.
  private static Region canonical(Layers layers, Region region) {
    var extent = layers.extent();
    var drawn = new Envelope();
    if (!extent.isNull()) {
      int zoom = region.zoom();
      drawn =
          new Envelope(
              Mercator.x_px(extent.getMinX(), zoom),
              Mercator.x_px(extent.getMaxX(), zoom),
              Mercator.y_px(extent.getMaxY(), zoom),
              Mercator.y_px(extent.getMinY(), zoom));
      drawn.expandBy(MARGIN_px);
    }
    var asked =
        new Envelope(
            region.x_px(),
            (double) region.x_px() + region.width_px(),
            region.y_px(),
            (double) region.y_px() + region.height_px());
    return drawn.intersects(asked)
        ? region
        : new Region(
            region.look(), 18, 0, 0, region.width_px(), region.height_px(), region.scale());
  }

  private static String mark(byte[] png) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(png);
      return HexFormat.of().formatHex(digest, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void destroy() {
    hands.shutdownNow();
  }
}

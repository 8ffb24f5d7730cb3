package org.foyal.territory.walking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import org.foyal.kernel.Position;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of ways on foot: along roads as they are drawn, motorways left out, without stairs
/// and shortcuts, which no file tells. From and to a road the way is straight, 300 m at the most.
@Service
public class Walks {
  private final Territory territory;
  private final WayStore store;
  private final Cache<Long, Network> kept = Caffeine.newBuilder().maximumSize(1).build();

  Walks(Territory territory, WayStore store) {
    this.territory = territory;
    this.store = store;
  }

  /// How far it is to the nearest of some places, from wherever one asks. What is asked of it later
  /// is answered from memory.
  ///
  /// @param places none: nothing is near anything
  @Transactional(readOnly = true)
  public Nearest toNearest(Collection<Position> places) {
    var network = kept.get(territory.version(), _ -> Network.of(store.list()));
    return network.toNearest(places);
  }
}

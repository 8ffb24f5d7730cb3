package org.foyal.things.devices;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.foyal.things.devices.DeviceStore.Opening;
import org.springframework.stereotype.Component;

/// What opens for which device, remembered for some seconds: devices show their credentials at each
/// request. What this program changes is forgotten at once; another program's change is seen when
/// those seconds are over.
@Component
class DeviceOpenings {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final Duration HEARD_EVERY = Duration.ofMinutes(1);

  private final DeviceStore store;
  private final Cache<String, Optional<Found>> found =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(REMEMBERED).build();
  private final Cache<String, Instant> heard = Caffeine.newBuilder().maximumSize(50_000).build();
  private final Clock clock;

  DeviceOpenings(DeviceStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// A device that may write, with what opens for it.
  record Found(Device device, Opening opening) {
    boolean opensWith(Digest shown, Instant now) {
      boolean newest = opening.digest().matches(shown);
      var earlier = opening.earlier();
      boolean before =
          earlier != null
              && earlier.matches(shown)
              && device.life().earlierUntil().filter(now::isBefore).isPresent();
      return newest || before;
    }
  }

  Optional<Found> of(String username) {
    return found.get(
        username, name -> store.opening(name).map(one -> new Found(one.device(), one)));
  }

  void forget(String username) {
    found.invalidate(username);
  }

  /// Notes that a device was heard, once a minute.
  void heard(Device device, Instant now) {
    var last = heard.getIfPresent(device.username());
    if (last == null || last.plus(HEARD_EVERY).isBefore(now)) {
      heard.put(device.username(), clock.instant());
      store.heard(device.id(), now);
    }
  }
}

package org.foyal.things.devices;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// How much each device has written: so many a day, evenly refilled, and so many at once. Kept in
/// memory; after a start of the house each begins anew.
@Component
class DeviceQuotas {
  private static final Duration DAY = Duration.ofDays(1);

  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(DAY).build();

  /// Another quota is another bucket.
  private record Key(UUID device, Device.Quota quota) {}

  Devices.Spending spend(Device device, int observations) {
    if (observations <= 0) {
      return new Devices.Spending.Within();
    }
    var quota = device.quota();
    if (observations > Math.min(quota.burst(), quota.a_day())) {
      return new Devices.Spending.TooMany(0);
    }
    var probe =
        buckets
            .get(new Key(device.id(), quota), DeviceQuotas::bucket)
            .tryConsumeAndReturnRemaining(observations);
    return probe.isConsumed()
        ? new Devices.Spending.Within()
        : new Devices.Spending.TooMany(
            1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
  }

  private static Bucket bucket(Key key) {
    var quota = key.quota();
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(quota.a_day()).refillGreedy(quota.a_day(), DAY))
        .addLimit(limit ->
            limit.capacity(quota.burst()).refillGreedy(quota.burst(), Duration.ofMinutes(1)))
        .build();
  }
}

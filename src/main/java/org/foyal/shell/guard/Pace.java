package org.foyal.shell.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/// How often one sender may do something: so many times in a period, evenly refilled. Kept in
/// memory only, and forgotten a period after the last time.
public final class Pace {
  private static final int SENDERS = 50_000;

  private final int times;
  private final Duration period;
  private final Cache<String, Bucket> senders;

  /// A pace of so many times in a period.
  public Pace(int times, Duration period) {
    this.times = times;
    this.period = period;
    this.senders = Caffeine.newBuilder().maximumSize(SENDERS).expireAfterAccess(period).build();
  }

  /// Counts one more, unless it is too many.
  ///
  /// @param from the network address of the sender
  public boolean allows(String from) {
    return bucket(from).tryConsume(1);
  }

  /// Whether one more would be allowed; counts nothing.
  public boolean wouldAllow(String from) {
    return bucket(from).getAvailableTokens() > 0;
  }

  private Bucket bucket(String from) {
    return senders.get(
        Sender.of(from),
        _ ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                .build());
  }
}

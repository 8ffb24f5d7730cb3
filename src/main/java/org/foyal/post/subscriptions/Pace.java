package org.foyal.post.subscriptions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.foyal.shell.guard.Sender;
import org.springframework.stereotype.Component;

/// How often one sender may ask for letters to be written: thirty times an hour, which is enough
/// for a mediator who helps a whole room.
@Component
class Pace {
  private static final int AN_HOUR = 30;

  private final Cache<String, Bucket> senders =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(Duration.ofHours(1)).build();

  boolean allows(String from) {
    return senders.get(Sender.of(from), _ -> bucket()).tryConsume(1);
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(AN_HOUR).refillGreedy(AN_HOUR, Duration.ofHours(1)))
        .build();
  }
}

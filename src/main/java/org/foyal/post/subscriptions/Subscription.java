package org.foyal.post.subscriptions;

import java.time.Instant;
import org.foyal.post.Addressee;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;

/// One person's wish to be told of one topic, as it stands.
///
/// @param writtenAt when the last letter about the subscription itself was written
/// @param confirmedAt null while the person has not confirmed
record Subscription(
    long id,
    Topic topic,
    Addressee addressee,
    String address,
    Language language,
    String leaveToken,
    Instant writtenAt,
    @Nullable Instant confirmedAt) {
  boolean confirmed() {
    return confirmedAt != null;
  }
}

package org.foyal.post;

import java.time.Instant;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;

/// A letter as the outbox holds it; address, subject and text are null once they were deleted.
record Posted(
    long id,
    Letter.Kind kind,
    Language language,
    Addressee addressee,
    @Nullable String address,
    @Nullable String replyTo,
    @Nullable String subject,
    @Nullable String text,
    String messageId,
    DeliveryState state,
    @Nullable String reason,
    int attempts,
    Instant queuedAt,
    Instant movedAt,
    Instant nextAttemptAt,
    Instant giveUpAt) {

  /// Whether it can still be sent again or handed over on paper.
  boolean open() {
    return text != null && (state == DeliveryState.QUEUED || state == DeliveryState.FAILED);
  }
}
